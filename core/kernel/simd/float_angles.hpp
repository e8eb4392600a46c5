#pragma once

#include "core/kernel/simd/loops.hpp"
#include "core/kernel/simd/trigonometry.hpp"

// Sine, cosine and arc tangent of floats in float.

namespace actlab::kernel::ACTLAB_ISA {

/// f for all angles, and the C library for those too large to be reduced.
template <class T, class F, class Far>
ACTLAB_INLINE void mapAngle(const Step<T>& s, std::size_t n, F f, Far far)
{
    Bits<F64> isFar = {};
    for (std::size_t i = 0; i < n; i += kWidth<double>) {
        const F64 v = loadWide(s.in[0] + i);
        isFar |= abs(v) > kFarthestAngle;
        storeNarrow(s.out + i, f(v));
    }
    bool any = false;
    for (std::size_t lane = 0; lane < kLanes<F64>; ++lane)
        any = any || isFar[lane] != 0;
    for (std::size_t i = 0; any && i < n; ++i)
        if (__builtin_fabs(static_cast<double>(s.in[0][i])) > kFarthestAngle)
            s.out[i] = static_cast<T>(far(static_cast<double>(s.in[0][i])));
}

/// Beyond it the reduction runs out of digits, and double takes over.
inline constexpr float kFarthestInFloat = 1'600;

template <class F, class Far>
inline F32 angleInDouble(F32 v, F f, Far far)
{
    float from[kLanes<F32>], to[kLanes<F32>];
    store(from, v);
    mapAngle(Step<float>{.code = Code::Sin, .out = to, .in = {from}}, kLanes<F32>, f, far);
    return load<F32>(to);
}
inline F32 farSin(F32 v)
{
    return angleInDouble(
        v, [](F64 a) { return sin<ForFloat>(a); }, [](double a) { return __builtin_sin(a); });
}
inline F32 farCos(F32 v)
{
    return angleInDouble(
        v, [](F64 a) { return cos<ForFloat>(a); }, [](double a) { return __builtin_cos(a); });
}

/// sin(v) for shift = 0, cos(v) for shift = 1.
template <class V>
ACTLAB_INLINE V sinNearby(V v, std::int32_t shift)
{
    // pi/2 in parts of 14 bits, whose products with n are exact, and what is left of it
    constexpr float kPart1 = 0x1.9218p+0F, kPart2 = 0x1.ed5p-14F, kPart3 = 0x1.10bp-30F, kPart4 = 0x1.184698p-44F;
    const Whole<V> n = wholeOfProduct<V>(v, 0x1.45f306p-1F);
    const V r = fma(n.value, -kPart4, fma(n.value, -kPart3, fma(n.value, -kPart2, fma(n.value, -kPart1, v))));
    const V z = r * r;
    const V sine = fma(r * z, polynomial(z, kSinInFloat), r);
    const V cosine = fma(z, fma(z, polynomial(z, kCosInFloat), -0.5F), 1.0F);
    const Bits<V> quarter = n.integer + shift;
    const V value = select<V>((quarter << 31) < 0, cosine, sine);
    return fromBits<V>(bitsOf(value) ^ ((quarter & 2) << 30));
}

template <class V>
ACTLAB_INLINE V sinInFloat(V v)
{
    const V nearby = select<V>(v == 0.0F, v, sinNearby(v, 0));
    if (isAnyBeyond(v, kFarthestInFloat)) [[unlikely]]
        return select<V>(abs(v) <= kFarthestInFloat, nearby, farSin(v));
    return nearby;
}
template <class V>
ACTLAB_INLINE V cosInFloat(V v)
{
    const V nearby = sinNearby(v, 1);
    if (isAnyBeyond(v, kFarthestInFloat)) [[unlikely]]
        return select<V>(abs(v) <= kFarthestInFloat, nearby, farCos(v));
    return nearby;
}
template <class V>
ACTLAB_INLINE V sincInFloat(V v)
{
    return select<V>(v == 0.0F, splat<V>(1), sinInFloat(v) / v);
}

/// atan(v) is pi/2 - atan(1/v) beyond 1.
template <class V>
ACTLAB_INLINE V atanInFloat(V v)
{
    constexpr float kQuarter = 0x1.921fb6p+0F, kQuarterLow = -0x1.777a5cp-25F;
    const V a = abs(v);
    const Bits<V> isFar = a > 1.0F;
    const V t = select<V>(isFar, 1.0F / a, a), z = t * t;
    const V angle = fma(t * z, polynomial(z, kAtanInFloat), t);
    return copySign(select<V>(isFar, kQuarter - (angle - kQuarterLow), angle), v);
}

}  // namespace actlab::kernel::ACTLAB_ISA
