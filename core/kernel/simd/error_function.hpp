#pragma once

#include "core/kernel/simd/exponential.hpp"
#include "core/kernel/simd/polynomials.hpp"

namespace actlab::kernel::ACTLAB_ISA {

/// How many terms: enough for double, or for a float that is calculated in double.
struct ForDouble {
    static constexpr bool isForDouble = true;
    static constexpr auto& erf = kErf;
    static constexpr auto& erfc = kErfc;
    static constexpr auto& sin = kSin;
    static constexpr auto& cos = kCos;
    static constexpr auto& atan = kAtan;
    static constexpr auto& asin = kAsin;
};
struct ForFloat {
    static constexpr bool isForDouble = false;
    static constexpr auto& erf = kErfForFloat;
    static constexpr auto& erfc = kErfcForFloat;
    static constexpr auto& sin = kSinForFloat;
    static constexpr auto& cos = kCosForFloat;
    static constexpr auto& atan = kAtanForFloat;
    static constexpr auto& asin = kAsinForFloat;
};

/// erfc of a number that is not negative: (1 + 2v)·exp(v²)·erfc(v) is a smooth function of (v - 4)/(v + 4)
/// (Shepherd and Laframboise, Mathematics of Computation 36, 1981).
template <class Terms>
ACTLAB_INLINE F64 erfcOnTheRight(F64 v)
{
    constexpr double kIsZero = 27.5;
    v = atMost(v, kIsZero);
    const Pair<F64> square = twoProduct(v, v);
    const F64 t = (v - 4.0) / (v + 4.0);
    return expWithTail<F64>(-square.high, -square.low) * polynomial(t, Terms::erfc) / fma(v, 2.0, splat<F64>(1));
}
/// Where |v| < 1.
template <class Terms>
ACTLAB_INLINE F64 erfNearby(F64 v)
{
    return v * polynomial<F64>(v * v, Terms::erf);
}
template <class Terms>
ACTLAB_INLINE F64 erfc(F64 v)
{
    const F64 a = abs(v), right = erfcOnTheRight<Terms>(a);
    const F64 result = select<F64>(v < 0.0, 2.0 - right, right);
    // there the long polynomial leaves several units
    return Terms::isForDouble ? select<F64>(a < 0.47, 1.0 - erfNearby<Terms>(v), result) : result;
}
template <class Terms>
ACTLAB_INLINE F64 erf(F64 v)
{
    const F64 a = abs(v);
    return select<F64>(a < 1.0, erfNearby<Terms>(v), copySign(1.0 - erfcOnTheRight<Terms>(a), v));
}

}  // namespace actlab::kernel::ACTLAB_ISA
