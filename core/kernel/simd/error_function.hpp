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

/// The quotients (v - 3)/(v + 3) and 1/(v + 1). In float one division does for both, and costs a rounding.
template <class V>
ACTLAB_INLINE Pair<V> errorQuotients(V v)
{
    const V far = v + Scalar<V>(3), near = v + Scalar<V>(1);
    if constexpr (sizeof(Scalar<V>) == sizeof(double))
        return {(v - Scalar<V>(3)) / far, Scalar<V>(1) / near};
    const V part = Scalar<V>(1) / (far * near);
    return {(v - Scalar<V>(3)) * (part * near), part * far};
}
/// erfc(v) and exp(-v²) of a number that is not negative: (1 + v)·exp(v²)·erfc(v) is a smooth function of
/// (v - 3)/(v + 3) (after Shepherd and Laframboise, Mathematics of Computation 36, 1981).
template <class V>
ACTLAB_INLINE Pair<V> erfcAndBellOnTheRight(V v)
{
    v = atMost(v, ErrorTerms<V>::kErfcIsZero);
    const Pair<V> square = twoProduct(v, v);
    // not negated: that would change the sign of NaN
    const V bell = expWithTail<V>(V{} - square.high, V{} - square.low);
    const Pair<V> quotients = errorQuotients(v);
    return {bell * polynomial(quotients.high, ErrorTerms<V>::erfc) * quotients.low, bell};
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
    return {result, right.low};
}
template <class V>
ACTLAB_INLINE Pair<V> erfAndBell(V v)
{
    const V a = abs(v);
    const Pair<V> right = erfcAndBellOnTheRight(a);
    return {select<V>(a < Scalar<V>(1), erfNearby(v), copySign(Scalar<V>(1) - right.high, v)), right.low};
}

}  // namespace actlab::kernel::ACTLAB_ISA
