#pragma once

#include <string_view>

#include "core/expr/ast.hpp"

namespace actlab::expr {

/// d e / d x, simplified. The derivative of a conditional is that of the selected piece. Shared
/// subexpressions stay shared, so the size grows linearly. Fails where it would exceed
/// Limits::nodesAfterDifferentiation distinct nodes.
Result<Expr> differentiate(const Expr& e);

/// d e / d (the named parameter), by the same rules.
Result<Expr> differentiateByParameter(const Expr& e, std::string_view name);

}  // namespace actlab::expr
