#include "core/analysis/autograd_rules.hpp"

#include <cmath>
#include <numbers>

namespace actlab::analysis {

namespace {

template <class T>
std::array<T, 3> powerFactors(T a, T b, T value)
{
    const T byBase = b == 0 ? T(0) : b * std::pow(a, b - 1);
    const T byExponent = a == 0 && b >= 0 ? T(0) : value * std::log(a);
    return {byBase, byExponent, 0};
}

/// 1 for the operand that wins, half each at a tie.
template <class T>
std::array<T, 3> winnerFactors(bool aWins, bool bWins)
{
    const T share = aWins && bWins ? T(0.5) : T(1);
    return {aWins ? share : T(0), bWins ? share : T(0), 0};
}

template <class T>
std::array<T, 3> clampFactors(T u, T low, T high)
{
    return {T(u >= low && u <= high), T(u < low && low <= high), T(u > high || low > high)};
}

/// PyTorch has no sin(x)/x. What is exported for it is its series near 0, where the quotient would cancel.
template <class T>
T cardinalSineSlope(T a)
{
    const T square = a * a;
    if (std::abs(a) < T(0.01))
        return -a / 3 * (1 - square / 10 * (1 - square / 28));
    return (a * std::cos(a) - std::sin(a)) / square;
}

template <class T>
T factorOfFunction(expr::BuiltinId function, T a, T value)
{
    using enum expr::BuiltinId;
    switch (function) {
    case Exp: return value;
    case Expm1: return value + 1;
    case Log: return 1 / a;
    case Log1p: return 1 / (a + 1);
    case Log2: return 1 / (a * std::numbers::ln2_v<T>);
    case Log10: return 1 / (a * std::numbers::ln10_v<T>);
    case Sqrt: return 1 / (2 * value);
    case Cbrt: return 1 / (3 * value * value);
    case Abs: return T((a > 0) - (a < 0));
    case Sin: return std::cos(a);
    case Cos: return -std::sin(a);
    case Tan: return 1 + value * value;
    case Asin: return 1 / std::sqrt(1 - a * a);
    case Acos: return -1 / std::sqrt(1 - a * a);
    case Atan: return 1 / (a * a + 1);
    case Sinh: return std::cosh(a);
    case Cosh: return std::sinh(a);
    case Tanh: return 1 - value * value;
    case Asinh: return 1 / std::sqrt(a * a + 1);
    case Acosh: return 1 / std::sqrt(a * a - 1);
    case Atanh: return 1 / (1 - a * a);
    case Erf: return 2 / std::sqrt(std::numbers::pi_v<T>) * std::exp(-a * a);
    case Erfc: return -2 / std::sqrt(std::numbers::pi_v<T>) * std::exp(-a * a);
    case Sinc: return cardinalSineSlope(a);
    case Sigmoid: return (1 - value) * value;
    case Sign:
    case Floor:
    case Ceil:
    case Round:
    case Heaviside: return 0;
    case Pow:
    case Min:
    case Max:
    case Clamp: break;  // of more than one operand
    }
    return 0;
}

template <class T>
std::array<T, 3> factorsOfCall(expr::BuiltinId function, T a, T b, T c, T value)
{
    using enum expr::BuiltinId;
    switch (function) {
    case Pow: return powerFactors(a, b, value);
    case Min: return winnerFactors<T>(a <= b, b <= a);
    case Max: return winnerFactors<T>(a >= b, b >= a);
    case Clamp: return clampFactors(a, b, c);
    default: return {factorOfFunction(function, a, value), 0, 0};
    }
}

}  // namespace

template <std::floating_point T>
std::array<T, 3> autogradFactors(const kernel::Instruction& step, T a, T b, T c, T value)
{
    using kernel::Op;
    switch (step.op) {
    case Op::Negate: return {-1, 0, 0};
    case Op::Add: return {1, 1, 0};
    case Op::Subtract: return {1, -1, 0};
    case Op::Multiply: return {b, a, 0};
    case Op::Divide: return {1 / b, -(a / b) / b, 0};
    case Op::Power: return powerFactors(a, b, value);
    case Op::Call: return factorsOfCall(step.function, a, b, c, value);
    case Op::Constant:
    case Op::Input:
    case Op::Parameter:
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual:
    case Op::Equal:
    case Op::NotEqual:
    case Op::And:
    case Op::Or:
    case Op::Not:
    case Op::Select: break;
    }
    return {};
}

template std::array<double, 3> autogradFactors(const kernel::Instruction&, double, double, double, double);
template std::array<long double, 3> autogradFactors(const kernel::Instruction&, long double, long double, long double,
                                                    long double);

}  // namespace actlab::analysis
