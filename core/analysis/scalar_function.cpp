#include "core/analysis/scalar_function.hpp"

#include "core/kernel/scalar_functions.hpp"

#include <cmath>
#include <limits>

namespace actlab::analysis {

template <std::floating_point T>
T scalarFunction(expr::BuiltinId function, T a, T b, T c)
{
    using Id = expr::BuiltinId;
    switch (function) {
    case Id::Exp: return std::exp(a);
    case Id::Expm1: return std::expm1(a);
    case Id::Log: return std::log(a);
    case Id::Log1p: return std::log1p(a);
    case Id::Log2: return std::log2(a);
    case Id::Log10: return std::log10(a);
    case Id::Sqrt: return std::sqrt(a);
    case Id::Cbrt: return std::cbrt(a);
    case Id::Pow: return std::pow(a, b);
    case Id::Abs: return std::abs(a);
    case Id::Sign: return kernel::sign(a);
    case Id::Floor: return std::floor(a);
    case Id::Ceil: return std::ceil(a);
    case Id::Round: return std::nearbyint(a);
    case Id::Min: return kernel::minimum(a, b);
    case Id::Max: return kernel::maximum(a, b);
    case Id::Clamp: return kernel::clamp(a, b, c);
    case Id::Sin: return std::sin(a);
    case Id::Cos: return std::cos(a);
    case Id::Tan: return std::tan(a);
    case Id::Asin: return std::asin(a);
    case Id::Acos: return std::acos(a);
    case Id::Atan: return std::atan(a);
    case Id::Sinh: return std::sinh(a);
    case Id::Cosh: return std::cosh(a);
    case Id::Tanh: return std::tanh(a);
    case Id::Asinh: return std::asinh(a);
    case Id::Acosh: return std::acosh(a);
    case Id::Atanh: return std::atanh(a);
    case Id::Erf: return std::erf(a);
    case Id::Erfc: return std::erfc(a);
    case Id::Heaviside: return kernel::heaviside(a, b);
    case Id::Sinc: return kernel::sinc(a);
    case Id::Sigmoid: return kernel::sigmoid(a);
    }
    return std::numeric_limits<T>::quiet_NaN();
}

template double scalarFunction(expr::BuiltinId, double, double, double);
template long double scalarFunction(expr::BuiltinId, long double, long double, long double);

}  // namespace actlab::analysis
