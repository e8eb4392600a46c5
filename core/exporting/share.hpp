#pragma once

#include <vector>

#include "core/expr/ast.hpp"

namespace actlab::exporting {

/// The same expressions, in which parts that are alike are one shared node.
std::vector<expr::Expr> shared(const std::vector<expr::Expr>& expressions);

}  // namespace actlab::exporting
