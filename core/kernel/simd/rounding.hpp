#pragma once

#include "core/kernel/simd/arithmetic.hpp"

namespace actlab::kernel::ACTLAB_ISA {

// Whole numbers, signs and choices: exact, with the rules of PyTorch for NaN (see scalar_functions.hpp).

/// To the nearest whole number, halves to the even one: beyond 2^mantissa everything is whole.
template <class V>
ACTLAB_INLINE V round(V v)
{
    constexpr Scalar<V> kUnit = Scalar<V>(typename Format<V>::Int{1} << Format<V>::kMantissa);
    const V a = abs(v);
    return select<V>(a < kUnit, copySign<V>((a + kUnit) - kUnit, v), v);
}
template <class V>
ACTLAB_INLINE V floor(V v)
{
    const V near = round(v);
    return copySign(select<V>(near > v, near - Scalar<V>(1), near), v);
}
template <class V>
ACTLAB_INLINE V ceil(V v)
{
    const V near = round(v);
    return copySign(select<V>(near < v, near + Scalar<V>(1), near), v);
}

template <class V>
ACTLAB_INLINE V sign(V v)
{
    const V one = splat<V>(1);
    return select<V>(v > Scalar<V>(0), one, select<V>(v < Scalar<V>(0), -one, V{}));
}
template <class V>
ACTLAB_INLINE V minimum(V u, V v)
{
    return select<V>((u != u) | ~((v < u) | (v != v)), u, v);
}
template <class V>
ACTLAB_INLINE V maximum(V u, V v)
{
    return select<V>((u != u) | ~((v > u) | (v != v)), u, v);
}
template <class V>
ACTLAB_INLINE V clamp(V v, V low, V high)
{
    return minimum(maximum(v, low), high);
}
template <class V>
ACTLAB_INLINE V heaviside(V v, V atZero)
{
    const V side = select<V>(v > Scalar<V>(0), splat<V>(1), select<V>(v < Scalar<V>(0), V{}, v));
    return select<V>(v == Scalar<V>(0), atZero, side);
}

}  // namespace actlab::kernel::ACTLAB_ISA
