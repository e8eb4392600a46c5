#pragma once

#include "core/expr/builtins.hpp"

namespace actlab::analysis {

/// A built-in function at one point; `b` and `c` matter only where it takes two or three arguments.
double scalarFunction(expr::BuiltinId function, double a, double b, double c);

}  // namespace actlab::analysis
