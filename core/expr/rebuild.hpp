#pragma once

#include <functional>
#include <optional>
#include <span>

#include "core/expr/ast.hpp"

namespace actlab::expr {

/// `e` with every node for which `replacement` has one replaced by it, the others rebuilt from their new
/// children. What was shared stays shared: linear in the distinct nodes. `replacement` sees each node after
/// its children have been rebuilt, as it then stands.
Expr rebuild(const Expr& e, const std::function<std::optional<Expr>(const Expr&)>& replacement);

/// A node like `e` with these children, in the order of forEachChild.
Expr withChildren(const Expr& e, std::span<const Expr> children);

}  // namespace actlab::expr
