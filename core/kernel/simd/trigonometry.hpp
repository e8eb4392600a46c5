#pragma once

#include "core/kernel/simd/polynomials.hpp"
#include "core/kernel/simd/rounding.hpp"

namespace actlab::kernel::ACTLAB_ISA {

/// How many terms: enough for double, or for a float that is calculated in double.
struct ForDouble {
    static constexpr auto& sin = kSin;
    static constexpr auto& cos = kCos;
    static constexpr auto& asin = kAsin;
};
struct ForFloat {
    static constexpr auto& sin = kSinForFloat;
    static constexpr auto& cos = kCosForFloat;
    static constexpr auto& asin = kAsinForFloat;
};

/// Beyond it the reduction by pi/2 would run out of digits; the caller asks the C library.
inline constexpr double kFarthestAngle = 0x1p19;

/// v = n·pi/2 + rest, the rest in twice the digits.
struct Angle {
    Pair<F64> rest;
    Bits<F64> quarter;  ///< n
};
ACTLAB_INLINE Angle angleOf(F64 v)
{
    // pi/2 in parts of 33 bits, whose products with n are exact, and what is left of it
    constexpr double kPart1 = 0x1.921fb544p+0, kPart2 = 0x1.0b4611a6p-34, kPart3 = 0x1.3198a2ep-69,
                     kPart4 = 0x1.b839a252049c1p-104;
    const Whole<F64> n = wholeOf<F64>(v * 0x1.45f306dc9c883p-1);
    const Pair<F64> second = twoSum<F64>(v - n.value * kPart1, -n.value * kPart2);
    const Pair<F64> third = twoSum<F64>(second.high, -n.value * kPart3);
    const F64 low = (second.low + third.low) - n.value * kPart4;
    return {quickTwoSum(third.high, low), n.integer};
}

template <class Terms>
ACTLAB_INLINE F64 sinOfRest(Pair<F64> r)
{
    const F64 z = r.high * r.high;
    const F64 cubic = r.high * z * polynomial(z, Terms::sin);
    return r.high + (cubic + r.low * (1.0 - z * 0.5));
}
template <class Terms>
ACTLAB_INLINE F64 cosOfRest(Pair<F64> r)
{
    const F64 z = r.high * r.high, half = z * 0.5;
    const F64 first = 1.0 - half;
    const F64 rest = fma(z * z, polynomial(z, Terms::cos), (1.0 - first) - half);
    return first + (rest - r.high * r.low);
}

/// sin(v) for shift = 0, cos(v) for shift = 1.
template <class Terms>
ACTLAB_INLINE F64 sinShifted(F64 v, std::int64_t shift)
{
    const Angle angle = angleOf(v);
    const Bits<F64> quarter = angle.quarter + shift;
    const F64 value = select<F64>((quarter & 1) != 0, cosOfRest<Terms>(angle.rest), sinOfRest<Terms>(angle.rest));
    return fromBits<F64>(bitsOf(value) ^ ((quarter & 2) << 62));
}
template <class Terms>
ACTLAB_INLINE F64 sin(F64 v)
{
    return select<F64>(v == 0.0, v, sinShifted<Terms>(v, 0));
}
template <class Terms>
ACTLAB_INLINE F64 cos(F64 v)
{
    return sinShifted<Terms>(v, 1);
}
template <class Terms>
ACTLAB_INLINE F64 tan(F64 v)
{
    const Angle angle = angleOf(v);
    const F64 s = sinOfRest<Terms>(angle.rest), c = cosOfRest<Terms>(angle.rest);
    const Bits<F64> isOdd = (angle.quarter & 1) != 0;
    const F64 value = select<F64>(isOdd, -c, s) / select<F64>(isOdd, s, c);
    return select<F64>(v == 0.0, v, value);
}
template <class Terms>
ACTLAB_INLINE F64 sinc(F64 v)
{
    return select<F64>(v == 0.0, splat<F64>(1), sin<Terms>(v) / v);
}

inline constexpr double kHalfPi = 0x1.921fb54442d18p+0, kHalfPiLow = 0x1.1a62633145c07p-54;

/// atan(v) is pi/4 + atan((v - 1)/(v + 1)) in the middle and pi/2 - atan(1/v) far out.
ACTLAB_INLINE F64 atan(F64 v)
{
    const F64 a = abs(v);
    const Bits<F64> isFar = a > 2.414213562373095, isMiddle = ~isFar & (a > 0.4142135623730950);
    const F64 above = select<F64>(isFar, splat<F64>(-1), select<F64>(isMiddle, a - 1.0, a));
    const F64 below = select<F64>(isFar, a, select<F64>(isMiddle, a + 1.0, splat<F64>(1)));
    const F64 eighths = select<F64>(isFar, splat<F64>(1), select<F64>(isMiddle, splat<F64>(0.5), F64{}));
    const F64 t = above / below, z = t * t;
    const F64 tail = fma(t * z, polynomial(z, kAtan), eighths * kHalfPiLow);
    return copySign(eighths * kHalfPi + (t + tail), v);
}

/// asin of a number in [0, 1/2], given as a square root: root + root·z·P(z).
template <class Terms>
ACTLAB_INLINE F64 asinTail(F64 root, F64 z)
{
    return root * z * polynomial(z, Terms::asin);
}
/// sqrt((1 - a)/2) in twice the digits.
ACTLAB_INLINE Pair<F64> rootToEnd(F64 z)
{
    const F64 root = sqrt(z);
    const Pair<F64> square = twoProduct(root, root);
    const F64 low = ((z - square.high) - square.low) / (root + root);
    return {root, select<F64>(z > 0.0, low, F64{})};
}

template <class Terms>
ACTLAB_INLINE F64 asin(F64 v)
{
    const F64 a = abs(v);
    const Bits<F64> isNear = a <= 0.5;
    const F64 nearby = v + asinTail<Terms>(v, v * v);
    const F64 z = (1.0 - a) * 0.5;
    const Pair<F64> root = rootToEnd(z);
    const F64 tail = asinTail<Terms>(root.high, z) + root.low;
    const F64 far = kHalfPi - ((root.high + root.high) - (kHalfPiLow - (tail + tail)));
    return select<F64>(isNear, nearby, copySign(far, v));
}
template <class Terms>
ACTLAB_INLINE F64 acos(F64 v)
{
    const F64 a = abs(v);
    const F64 nearby = kHalfPi - (v - (kHalfPiLow - asinTail<Terms>(v, v * v)));
    const F64 z = (1.0 - a) * 0.5;
    const Pair<F64> root = rootToEnd(z);
    const F64 tail = asinTail<Terms>(root.high, z) + root.low;
    const F64 toEnd = (root.high + tail) * 2.0;
    const F64 right = toEnd;
    const F64 left = 2.0 * kHalfPi - ((root.high + root.high) - (2.0 * kHalfPiLow - (tail + tail)));
    return select<F64>(a <= 0.5, nearby, select<F64>(v < 0.0, left, right));
}

}  // namespace actlab::kernel::ACTLAB_ISA
