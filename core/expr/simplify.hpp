#pragma once

#include "core/expr/ast.hpp"

namespace actlab::expr {

/// An expression with the same value wherever the original is finite; folds constants and removes
/// neutral elements. Never folds to a non-finite number and never reorders what would change rounding badly.
Expr simplify(const Expr& e);

}  // namespace actlab::expr
