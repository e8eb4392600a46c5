#pragma once

#include "app/widgets/math_type.hpp"
#include "core/expr/builtins.hpp"

namespace actlab::widgets {

/// Whether this argument of the function is set as an exponent, and so wants smaller type.
bool isExponent(const expr::Builtin& function, std::size_t argument);
/// A function of arguments that are set already: e^u, a root, bars, or a name before parentheses.
SetMath setCall(const expr::Builtin& function, std::vector<SetMath> args, const MathType& type);
SetMath power(SetMath base, SetMath exponent, const MathType& type);

}  // namespace actlab::widgets
