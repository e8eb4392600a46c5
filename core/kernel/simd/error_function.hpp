#pragma once

#include "core/kernel/simd/exponential.hpp"
#include "core/kernel/simd/polynomials.hpp"

namespace actlab::kernel::ACTLAB_ISA {

template <class V>
struct ErrorTerms;
template <>
struct ErrorTerms<F32> {
    static constexpr auto& erf = kErfForFloat;
    static constexpr auto& erfc = kErfcForFloat;
    static constexpr float kErfcIsZero = 10.5;
};
template <>
struct ErrorTerms<F64> {
    static constexpr auto& erf = kErf;
    static constexpr auto& erfc = kErfc;
    static constexpr double kErfcIsZero = 27.5;
};

/// erfc of a number that is not negative: (1 + 2v)·exp(v²)·erfc(v) is a smooth function of (v - 4)/(v + 4)
/// (Shepherd and Laframboise, Mathematics of Computation 36, 1981).
template <class V>
ACTLAB_INLINE V erfcOnTheRight(V v)
{
    v = atMost(v, ErrorTerms<V>::kErfcIsZero);
    const Pair<V> square = twoProduct(v, v);
    const V t = (v - Scalar<V>(4)) / (v + Scalar<V>(4));
    return expWithTail<V>(-square.high, -square.low) * polynomial(t, ErrorTerms<V>::erfc) /
           fma(v, splat<V>(2), splat<V>(1));
}
/// Where |v| < 1.
template <class V>
ACTLAB_INLINE V erfNearby(V v)
{
    return v * polynomial<V>(v * v, ErrorTerms<V>::erf);
}
template <class V>
ACTLAB_INLINE V erfc(V v)
{
    const V a = abs(v), right = erfcOnTheRight(a);
    const V result = select<V>(v < Scalar<V>(0), Scalar<V>(2) - right, right);
    // there the long polynomial leaves several units
    return select<V>(a < Scalar<V>(0.47), Scalar<V>(1) - erfNearby(v), result);
}
template <class V>
ACTLAB_INLINE V erf(V v)
{
    const V a = abs(v);
    return select<V>(a < Scalar<V>(1), erfNearby(v), copySign(Scalar<V>(1) - erfcOnTheRight(a), v));
}

}  // namespace actlab::kernel::ACTLAB_ISA
