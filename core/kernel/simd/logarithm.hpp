#pragma once

#include "core/kernel/simd/exponential.hpp"

namespace actlab::kernel::ACTLAB_ISA {

template <class V>
struct Ln2 {
    static constexpr Scalar<V> kHigh = ExponentLimits<V>::kLn2High, kLow = ExponentLimits<V>::kLn2Low;
};

/// A positive v as 2^exponent · (1 + fraction), 1 + fraction between sqrt(1/2) and sqrt(2).
template <class V>
struct Parts {
    V fraction, exponent;
};
template <class V>
ACTLAB_INLINE Parts<V> partsOf(V v)
{
    using F = Format<V>;
    using Int = typename F::Int;
    constexpr Scalar<V> kLift = Scalar<V>(Int{1} << (F::kMantissa + 1));
    const Bits<V> isTiny = v < F::kSmallestNormal;
    const Bits<V> bits = bitsOf(select<V>(isTiny, v * kLift, v));
    const Bits<V> lift = isTiny & (F::kMantissa + 1);
    // counted from sqrt(1/2), so that the exponent changes there and not at 1
    const Bits<V> root = bitsOf(splat<V>(Scalar<V>(0.70710678118654752440)));
    const Bits<V> exponent = (bits - root) >> F::kMantissa;
    const V mantissa = fromBits<V>(bits - (exponent << F::kMantissa));
    return {mantissa - Scalar<V>(1), numberOf<V>(exponent - lift)};
}

/// What logarithms are outside the positive finite numbers.
template <class V>
ACTLAB_INLINE V logWithEdges(V result, V v)
{
    result = select<V>(v == kInfinity<V>, v, result);
    result = select<V>(v == Scalar<V>(0), splat<V>(-kInfinity<V>), result);
    // NaN compares with nothing
    return select<V>(v >= Scalar<V>(0), result, splat<V>(kNan<V>));
}

/// log(1 + f) + k·ln 2 + correction: with s = f/(2 + f), log(1 + f) = f - (f²/2 - s·(f²/2 + R(s²))).
template <class V>
ACTLAB_INLINE V logOfParts(V f, V k, V correction)
{
    const V s = f / (f + Scalar<V>(2)), z = s * s;
    const V square = f * f * Scalar<V>(0.5);
    const V r = z * polynomial(z, Coefficients<Scalar<V>>::log);
    const V low = fma(s, square + r, fma(k, Ln2<V>::kLow, correction));
    return fma(k, Ln2<V>::kHigh, f - (square - low));
}

template <class V>
ACTLAB_INLINE V log(V v)
{
    const Parts<V> parts = partsOf(v);
    return logWithEdges(logOfParts(parts.fraction, parts.exponent, V{}), v);
}

/// What the rounding of 1 + v loses comes back as a correction.
template <class V>
ACTLAB_INLINE V log1p(V v)
{
    const V u = v + Scalar<V>(1);
    const Parts<V> parts = partsOf(u);
    const V lost = select<V>(v > Scalar<V>(1), Scalar<V>(1) - (u - v), v - (u - Scalar<V>(1)));
    const Bits<V> isNearOne = parts.exponent == Scalar<V>(0);
    const V f = select<V>(isNearOne, v, parts.fraction);
    const V correction = select<V>(isNearOne | (u == kInfinity<V>), V{}, lost / u);
    const V result = logWithEdges(logOfParts(f, parts.exponent, correction), u);
    return select<V>(abs(v) < Format<V>::kSmallestNormal, v, result);
}

/// log(1 + exp(v)) from exp(-|v|), which neither overflows nor leaves more of the logarithm than from 1 to 2;
/// infinite where exp(v) is.
template <class V>
ACTLAB_INLINE V softplus(V v)
{
    const V e = exp(-abs(v));
    const Bits<V> isNearTwo = e > Scalar<V>(0.41421356237309504880);
    const V fraction = select<V>(isNearTwo, (e - Scalar<V>(1)) * Scalar<V>(0.5), e);
    const V exponent = select<V>(isNearTwo, splat<V>(1), V{});
    const V finite = atLeast(v, Scalar<V>(0)) + logOfParts(fraction, exponent, V{});
    return select<V>(v <= ExponentLimits<V>::kLastFinite, finite, v + kInfinity<V>);
}

/// log(1 + f) as a pair, for a fraction of partsOf: 2s + s³·(2/3 + …), the first two terms to twice the digits.
ACTLAB_INLINE Pair<F64> logPair(F64 f)
{
    const F64 d = f + 2.0, dLow = f - (d - 2.0);
    const F64 s = f / d;
    const Pair<F64> back = twoProduct(s, d);
    const F64 sLow = (((f - back.high) - back.low) - s * dLow) / d;
    const Pair<F64> square = twoProduct(s, s);
    const F64 z = square.high, zLow = fma(s + s, sLow, square.low);
    // z·2/3
    const Pair<F64> third = twoProduct(z, splat<F64>(0x1.5555555555555p-1));
    const F64 thirdLow =
        third.low + fma(z, 0x1.5555555555555p-55, zLow * 0x1.5555555555555p-1) + z * z * polynomial(z, kLogTail);
    const Pair<F64> cubic = twoProduct(s, third.high);
    const F64 cubicLow = cubic.low + fma(s, thirdLow, sLow * third.high);
    const Pair<F64> sum = quickTwoSum<F64>(s + s, cubic.high);
    return quickTwoSum<F64>(sum.high, sum.low + (sLow + sLow) + cubicLow);
}
/// log(v) as a pair, of a positive finite number.
ACTLAB_INLINE Pair<F64> logAsPair(F64 v)
{
    const Parts<F64> parts = partsOf(v);
    const Pair<F64> log = logPair(parts.fraction);
    const Pair<F64> sum = quickTwoSum<F64>(parts.exponent * Ln2<F64>::kHigh, log.high);
    const Bits<F64> isNearOne = parts.exponent == 0.0;
    const F64 high = select<F64>(isNearOne, log.high, sum.high);
    const F64 low = select<F64>(isNearOne, log.low, sum.low + fma(parts.exponent, Ln2<F64>::kLow, log.low));
    return quickTwoSum(high, low);
}

/// Exact for powers of two.
ACTLAB_INLINE F64 log2(F64 v)
{
    constexpr double kHigh = 0x1.71547652b82fep+0, kLow = 0x1.777d0ffda0d24p-56;  // 1/ln 2
    const Parts<F64> parts = partsOf(v);
    const Pair<F64> log = logPair(parts.fraction);
    const Pair<F64> product = twoProduct(log.high, splat<F64>(kHigh));
    const F64 low = product.low + fma(log.high, kLow, log.low * kHigh);
    const Pair<F64> sum = twoSum(parts.exponent, product.high);
    return logWithEdges<F64>(sum.high + (sum.low + low), v);
}
/// Exact for powers of ten, as far as rounding to nearest makes it so.
ACTLAB_INLINE F64 log10(F64 v)
{
    constexpr double kHigh = 0x1.bcb7b1526e50ep-2, kLow = 0x1.95355baaafad3p-57;  // 1/ln 10
    const Pair<F64> log = logAsPair(v);
    const Pair<F64> product = twoProduct(log.high, splat<F64>(kHigh));
    return logWithEdges<F64>(product.high + (product.low + fma(log.high, kLow, log.low * kHigh)), v);
}

/// Beyond it 1 + v² is v², and v² is still finite.
inline constexpr float kAreaIsLog = 0x1p60F;
/// What log1p falls short of there by the factor 2 that it is not given.
inline constexpr double kLog2 = 0x1.62e42fefa39efp-1;

/// log(2·v) where it is far, else log1p(nearby).
template <class V>
ACTLAB_INLINE V areaFrom(Bits<V> isFar, V v, V nearby)
{
    const V log = log1p(select<V>(isFar, v, nearby));
    return log + select<V>(isFar, splat<V>(static_cast<Scalar<V>>(kLog2)), splat<V>(0));
}

template <class V>
ACTLAB_INLINE V asinh(V v)
{
    const V a = abs(v), near = atMost(a, Scalar<V>(kAreaIsLog)), square = near * near;
    const V t = a + square / (sqrt(square + Scalar<V>(1)) + Scalar<V>(1));
    return copySign(areaFrom<V>(a > Scalar<V>(kAreaIsLog), a, t), v);
}
template <class V>
ACTLAB_INLINE V acosh(V v)
{
    const V t = v - Scalar<V>(1), near = atMost(t, Scalar<V>(kAreaIsLog));
    const V result = areaFrom<V>(v > Scalar<V>(kAreaIsLog), v, near + sqrt(near * Scalar<V>(2) + near * near));
    return select<V>(v >= Scalar<V>(1), result, splat<V>(kNan<V>));
}
template <class V>
ACTLAB_INLINE V atanh(V v)
{
    const V a = abs(v);
    return copySign(log1p((a + a) / (Scalar<V>(1) - a)) * Scalar<V>(0.5), v);
}

}  // namespace actlab::kernel::ACTLAB_ISA
