#pragma once

#include <concepts>

#include "core/expr/builtins.hpp"

namespace actlab::analysis {

/// A built-in function at one point; `b` and `c` matter only where it takes two or three arguments. T is double or
/// long double.
template <std::floating_point T>
T scalarFunction(expr::BuiltinId function, T a, T b, T c);

}  // namespace actlab::analysis
