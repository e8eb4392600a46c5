#pragma once

#include "core/kernel/simd/error_function.hpp"
#include "core/kernel/simd/exponential.hpp"
#include "core/kernel/simd/float_angles.hpp"
#include "core/kernel/simd/logarithm.hpp"
#include "core/kernel/simd/loops.hpp"
#include "core/kernel/simd/piece_lookup.hpp"
#include "core/kernel/simd/rounding.hpp"

// Which function a step applies to its operands: map1 to map4 and mapPair of S carry it out, over arrays for a Step,
// and once for whoever brings other ones.

namespace actlab::kernel::ACTLAB_ISA {

/// 1 where the mask holds.
template <class V>
ACTLAB_INLINE V truth(Bits<V> mask)
{
    return select<V>(mask, splat<V>(1), V{});
}
template <class V>
ACTLAB_INLINE Bits<V> isTrue(V v)
{
    return v != Scalar<V>(0);
}

template <class V, class S>
ACTLAB_INLINE void runArithmetic(S& s, std::size_t n)
{
    switch (s.code) {
    case Code::Negate: return map1(s, n, [](V a) { return -a; });
    case Code::Add: return map2(s, n, [](V a, V b) { return a + b; });
    case Code::Subtract: return map2(s, n, [](V a, V b) { return a - b; });
    case Code::Multiply: return map2(s, n, [](V a, V b) { return a * b; });
    case Code::Divide: return map2(s, n, [](V a, V b) { return a / b; });
    case Code::Less: return map2(s, n, [](V a, V b) { return truth<V>(a < b); });
    case Code::LessEqual: return map2(s, n, [](V a, V b) { return truth<V>(a <= b); });
    case Code::Equal: return map2(s, n, [](V a, V b) { return truth<V>(a == b); });
    case Code::NotEqual: return map2(s, n, [](V a, V b) { return truth<V>(a != b); });
    case Code::And: return map2(s, n, [](V a, V b) { return truth<V>(isTrue(a) & isTrue(b)); });
    case Code::Or: return map2(s, n, [](V a, V b) { return truth<V>(isTrue(a) | isTrue(b)); });
    case Code::Not: return map1(s, n, [](V a) { return truth<V>(a == Scalar<V>(0)); });
    case Code::Select: return map3(s, n, [](V a, V b, V c) { return select<V>(isTrue(a), b, c); });
    case Code::SelectLess: return map4(s, n, [](V a, V b, V c, V d) { return select<V>(a < b, c, d); });
    case Code::SelectLessEqual: return map4(s, n, [](V a, V b, V c, V d) { return select<V>(a <= b, c, d); });
    case Code::Minimum: return map2(s, n, [](V a, V b) { return minimum(a, b); });
    case Code::Maximum: return map2(s, n, [](V a, V b) { return maximum(a, b); });
    case Code::Clamp: return map3(s, n, [](V a, V b, V c) { return clamp(a, b, c); });
    default: return;
    }
}

template <class V, class S>
ACTLAB_INLINE void runFused(S& s, std::size_t n)
{
    switch (s.code) {
    case Code::MultiplyAdd: return map3(s, n, [](V a, V b, V c) { return multiplyAdd(a, b, c); });
    case Code::MultiplySubtract: return map3(s, n, [](V a, V b, V c) { return multiplyAdd(a, b, -c); });
    case Code::SubtractMultiply: return map3(s, n, [](V a, V b, V c) { return multiplyAdd(-a, b, c); });
    default: return;
    }
}

template <class V, class S>
ACTLAB_INLINE void runRounding(S& s, std::size_t n)
{
    switch (s.code) {
    case Code::Abs: return map1(s, n, [](V a) { return abs(a); });
    case Code::Sign: return map1(s, n, [](V a) { return sign(a); });
    case Code::Floor: return map1(s, n, [](V a) { return floor(a); });
    case Code::Ceil: return map1(s, n, [](V a) { return ceil(a); });
    case Code::Round: return map1(s, n, [](V a) { return round(a); });
    case Code::Heaviside: return map2(s, n, [](V a, V b) { return heaviside(a, b); });
    case Code::Sqrt: return map1(s, n, [](V a) { return sqrt(a); });
    case Code::Copy: return map1(s, n, [](V a) { return a; });
    case Code::PickPolynomial: return map1(s, n, [&](V a) { return polynomialAt(*s.pieces, a); });
    default: return;
    }
}

/// Those that are worth an approximation of their own in float.
template <class V, class S>
ACTLAB_INLINE void runExponential(S& s, std::size_t n)
{
    switch (s.code) {
    case Code::Exp: return map1(s, n, [](V a) { return exp(a); });
    case Code::Expm1: return map1(s, n, [](V a) { return expm1(a); });
    case Code::Log: return map1(s, n, [](V a) { return log(a); });
    case Code::Log1p: return map1(s, n, [](V a) { return log1p(a); });
    case Code::Softplus: return map1(s, n, [](V a) { return softplus(a); });
    case Code::Asinh: return map1(s, n, [](V a) { return asinh(a); });
    case Code::Acosh: return map1(s, n, [](V a) { return acosh(a); });
    case Code::Atanh: return map1(s, n, [](V a) { return atanh(a); });
    case Code::Sinh: return map1(s, n, [](V a) { return sinh(a); });
    case Code::Cosh: return map1(s, n, [](V a) { return cosh(a); });
    case Code::Tanh: return map1(s, n, [](V a) { return tanh(a); });
    case Code::Sigmoid: return map1(s, n, [](V a) { return sigmoid(a); });
    case Code::Sigmoids: return mapPair(s, n, [](V a) { return sigmoids(a); });
    case Code::Erf: return map1(s, n, [](V a) { return erfAndBell(a).high; });
    case Code::Erfc: return map1(s, n, [](V a) { return erfcAndBell(a).high; });
    case Code::ErfAndBell: return mapPair(s, n, [](V a) { return erfAndBell(a); });
    case Code::ErfcAndBell: return mapPair(s, n, [](V a) { return erfcAndBell(a); });
    case Code::TanhAndSlope: return mapPair(s, n, [](V a) { return tanhAndSlope(a); });
    case Code::TanhSoftplus: return map1(s, n, [](V a) { return tanhSoftplusAndSlope(a).high; });
    case Code::TanhSoftplusAndSlope: return mapPair(s, n, [](V a) { return tanhSoftplusAndSlope(a); });
    default: return;
    }
}

/// Of floats only.
template <class V, class S>
ACTLAB_INLINE void runAngle(S& s, std::size_t n)
{
    switch (s.code) {
    case Code::Sin: return map1(s, n, [](V a) { return sinInFloat(a); });
    case Code::Cos: return map1(s, n, [](V a) { return cosInFloat(a); });
    case Code::Sinc: return map1(s, n, [](V a) { return sincInFloat(a); });
    case Code::Atan: return map1(s, n, [](V a) { return atanInFloat(a); });
    default: return;
    }
}

}  // namespace actlab::kernel::ACTLAB_ISA
