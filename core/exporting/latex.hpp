#pragma once

#include <optional>
#include <string>

#include "core/expr/ast.hpp"

namespace actlab::exporting {

/// Above so many nodes, counted as a tree, nobody reads a formula.
inline constexpr std::size_t kLongestLatex = 20'000;

/// The expression as LaTeX for math mode; needs amsmath for cases and \operatorname. nullopt where it is
/// longer than kLongestLatex.
std::optional<std::string> latex(const expr::Expr& e);

}  // namespace actlab::exporting
