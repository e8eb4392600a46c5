#pragma once

#include <cstddef>
#include <cstdint>

#include "core/kernel/pieces.hpp"

namespace actlab::kernel {

/// Everything a machine step can do with arrays. What `a` to `d` are stands beside it.
enum class Code : std::uint8_t {
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    MultiplyAdd,       ///< a*b + c; in float one rounding where the processor has such an instruction
    MultiplySubtract,  ///< a*b - c
    SubtractMultiply,  ///< c - a*b
    Less,
    LessEqual,
    Equal,
    NotEqual,
    And,
    Or,
    Not,         ///< 1 or 0
    Select,      ///< a != 0 ? b : c
    SelectLess,  ///< a < b ? c : d
    SelectLessEqual,
    Exp,
    Expm1,
    Log,
    Log1p,
    Log2,
    Log10,
    Sqrt,
    Cbrt,
    Power,
    Abs,
    Sign,
    Floor,
    Ceil,
    Round,
    Minimum,
    Maximum,
    Clamp,
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Sinh,
    Cosh,
    Tanh,
    Asinh,
    Acosh,
    Atanh,
    Erf,
    Erfc,
    Heaviside,
    Sinc,
    Sigmoid,
    Sigmoids,              ///< writes sigmoid(a), and sigmoid(-a) into `out2`
    ErfAndBell,            ///< writes erf(a), and exp(-a²) into `out2`
    ErfcAndBell,           ///< writes erfc(a), and exp(-a²) into `out2`
    TanhAndSlope,          ///< writes tanh(a), and a quarter of its derivative into `out2`
    Softplus,              ///< log(1 + exp(a)), infinite where exp(a) is
    TanhSoftplus,          ///< tanh(log(1 + exp(a)))
    TanhSoftplusAndSlope,  ///< the same, and a quarter of its derivative into `out2`
    Copy,
    PickPolynomial,  ///< the one of `pieces` that a lies in, at a
    AddProduct,      ///< adds the sum of a*b to *sum; writes nothing
};
inline constexpr std::size_t kCodes = static_cast<std::size_t>(Code::AddProduct) + 1;

/// One step of a machine over arrays of n elements. An operand that is the same for all elements is
/// kStepPadding equal elements, and its bit is set in `uniform`.
template <class T>
struct Step {
    Code code;
    std::uint8_t uniform = 0;  ///< bit i: operand i
    T* out = nullptr;
    T* out2 = nullptr;
    const T* in[4] = {};
    double* sum = nullptr;
    const Pieces<T>* pieces = nullptr;
};

/// Steps work on whole vectors: n is a multiple of this, for every instruction set.
inline constexpr std::size_t kStepPadding = 16;

/// Runs the steps one after the other over n elements each. Arrays need no alignment. `out` is no operand.
template <class T>
using RunSteps = void (*)(const Step<T>* steps, std::size_t count, std::size_t n);

}  // namespace actlab::kernel
