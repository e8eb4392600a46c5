#pragma once

#include "core/expr/ast.hpp"

namespace actlab::importing {

/// The expression without what Python's defaults leave behind: choices that True and False made already, and
/// products and quotients with 1. Nothing else of the author's spelling changes.
expr::Expr tidied(const expr::Expr& e);

/// Whether a condition holds, where that does not depend on x or a parameter: 1, 0, or the condition itself.
expr::Expr truthOf(const expr::Expr& condition);

}  // namespace actlab::importing
