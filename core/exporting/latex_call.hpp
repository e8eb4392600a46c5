#pragma once

#include <string>
#include <vector>

#include "core/expr/builtins.hpp"

namespace actlab::exporting {

/// How tightly a written formula holds together, loosest first.
enum class Binding { Condition, Sum, Product, Power, Atom };

struct Tex {
    std::string text;
    Binding binding;
};

/// The text, in brackets where it is looser than `least`.
std::string bound(const Tex& tex, Binding least);
std::string inParentheses(const std::string& text);

Tex latexPower(const Tex& base, const Tex& exponent);
/// A built-in function of arguments that are written already.
Tex latexCall(const expr::Builtin& function, const std::vector<Tex>& args);

}  // namespace actlab::exporting
