#pragma once

#include "core/expr/ast.hpp"

namespace actlab::analysis {

/// Whether it calls a function of the input that goes up and down, or in steps, for ever: sin, floor …
bool oscillates(const expr::Expr& e);

}  // namespace actlab::analysis
