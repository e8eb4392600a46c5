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

/// erfc(v) and exp(-v²) of a number that is not negative: (1 + 2v)·exp(v²)·erfc(v) is a smooth function of
/// (v - 4)/(v + 4) (Shepherd and Laframboise, Mathematics of Computation 36, 1981).
template <class V>
ACTLAB_INLINE Pair<V> erfcAndBellOnTheRight(V v)
{
    v = atMost(v, ErrorTerms<V>::kErfcIsZero);
    const Pair<V> square = twoProduct(v, v);
    const V bell = expWithTail<V>(-square.high, -square.low);
    const V t = (v - Scalar<V>(4)) / (v + Scalar<V>(4));
    return {bell * polynomial(t, ErrorTerms<V>::erfc) / fma(v, splat<V>(2), splat<V>(1)), bell};
}
/// Where |v| < 1.
template <class V>
ACTLAB_INLINE V erfNearby(V v)
{
    return v * polynomial<V>(v * v, ErrorTerms<V>::erf);
}

/// high is the function, low the bell.
template <class V>
ACTLAB_INLINE Pair<V> erfcAndBell(V v)
{
    const V a = abs(v);
    const Pair<V> right = erfcAndBellOnTheRight(a);
    const V result = select<V>(v < Scalar<V>(0), Scalar<V>(2) - right.high, right.high);
    // there the long polynomial leaves several units
    return {select<V>(a < Scalar<V>(0.47), Scalar<V>(1) - erfNearby(v), result), right.low};
}
template <class V>
ACTLAB_INLINE Pair<V> erfAndBell(V v)
{
    const V a = abs(v);
    const Pair<V> right = erfcAndBellOnTheRight(a);
    return {select<V>(a < Scalar<V>(1), erfNearby(v), copySign(Scalar<V>(1) - right.high, v)), right.low};
}

}  // namespace actlab::kernel::ACTLAB_ISA
