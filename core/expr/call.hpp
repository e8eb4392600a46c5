#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/expr/ast.hpp"
#include "core/expr/parser.hpp"

namespace actlab::expr {

struct Argument {
    std::optional<std::string> keyword;
    Span keywordSpan;
    Expr value;
};

/// A function call as it was written, before it is known what it calls.
struct WrittenCall {
    std::string name;  ///< without the module
    Span nameSpan;
    Span span = {};                   ///< from the name, or from the value of a method, to the closing bracket
    std::vector<Argument> args = {};  ///< of a method, the value before the dot comes first
    std::string module = {};          ///< "torch.", "F.", "torch.nn.", or nothing
    bool isMethod = false;
};

/// Another spelling of a built-in function, PyTorch's or NumPy's.
struct Alias {
    std::string_view name, builtin;
};
std::span<const Alias> aliases();

/// The one function of the language that is no row of the table: it makes pieces.
inline constexpr std::array<std::string_view, 3> kWhereArguments{"condition", "input", "other"};

/// What the call means: a built-in function, a PyTorch spelling of one, or a function of the library.
Result<Expr> resolve(const WrittenCall& call, const Library& library);

/// Whether `name` needs arguments when it stands in a formula: a function of the language or the library.
bool isFunctionName(const std::string& name, const Library& library);

/// "Did you mean `tanh`?" or nothing.
std::string hintForFunction(const std::string& name, const Library& library);

}  // namespace actlab::expr
