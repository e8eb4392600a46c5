#pragma once

#include <string>

#include "core/expr/ast.hpp"

namespace actlab::expr {

/// Text that parse reads back to an equal expression: parse(print(e)) == e.
std::string print(const Expr& e);

/// Shortest decimal text that reads back to the same double, with pi, e, inf and nan by name.
std::string printNumber(double value);

}  // namespace actlab::expr
