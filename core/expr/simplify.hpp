#pragma once

#include "core/expr/ast.hpp"

namespace actlab::expr {

/// An expression with the same value wherever the original and all its parts are finite; folds constants and
/// removes neutral elements. Never folds to a non-finite number and never reorders what would change rounding badly.
Expr simplify(const Expr& e);

/// The same for a node whose children are simple already: looks at them, not into them.
Expr simplifyNode(const Expr& e);

}  // namespace actlab::expr
