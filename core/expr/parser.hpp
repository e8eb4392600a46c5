#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/expr/ast.hpp"

namespace actlab::expr {

struct Limits {
    static constexpr std::size_t codePoints = 4'096;
    static constexpr std::size_t depth = 200;
    static constexpr std::size_t nodes = 2'000;
    static constexpr std::size_t nodesAfterDifferentiation = 20'000;
    static constexpr std::size_t pieces = 64;
    static constexpr std::size_t parameters = 16;
};

/// A function of x that formulas may call by name; parsing replaces the call by its body.
struct NamedFunction {
    std::string name;                                        ///< as formulas write it: letters, digits, underscore
    std::vector<std::pair<std::string, double>> parameters;  ///< keyword arguments after x, with defaults
    Expr body;
};

/// Where the parser looks up functions that are not built in. The default one is empty.
struct Library {
    /// nullptr where there is no such function; the pointer stays valid while the parser runs.
    std::function<const NamedFunction*(std::string_view name)> find;
    /// All names, for "did you mean".
    std::function<std::vector<std::string>()> names;
};

/// Reads a formula (UTF-8) of the expression language. Never throws, never aborts, whatever the text.
Result<Expr> parse(std::string_view text, const Library& library = {});

}  // namespace actlab::expr
