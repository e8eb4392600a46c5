#pragma once

#include "core/kernel/simd/arithmetic.hpp"
#include "core/kernel/simd/polynomials.hpp"

namespace actlab::kernel::ACTLAB_ISA {

template <class V>
struct ExponentLimits;
template <>
struct ExponentLimits<F32> {
    static constexpr float kHighest = 89.5F;           ///< beyond it exp and 2·sinh are infinite
    static constexpr float kLastFinite = 88.7228317F;  ///< the last number whose exp is finite
    static constexpr float kLowest = -105;             ///< below it exp is 0
    static constexpr float kPlain = 87;                ///< up to it, both ways, exp is a normal number
    static constexpr float kMinusOne = -18;            ///< below it expm1 is -1
    static constexpr float kTanhIsOne = 10;
    static constexpr float kSquareIsFinite = 43;  ///< the square of its exp is
    static constexpr float kLn2High = 0x1.62e4p-1F, kLn2Low = 0x1.7f7d1cp-20F;
};
template <>
struct ExponentLimits<F64> {
    static constexpr double kHighest = 710.5;
    static constexpr double kLastFinite = 709.78271289338397;
    static constexpr double kLowest = -746;
    static constexpr double kPlain = 708;
    static constexpr double kMinusOne = -40;
    static constexpr double kTanhIsOne = 20;
    static constexpr double kSquareIsFinite = 350;
    static constexpr double kLn2High = 0x1.62e42fefap-1, kLn2Low = 0x1.cf79abc9e3b3ap-40;
};

/// v = n·ln 2 + rest with |rest| <= ln 2 / 2; n·kLn2High is exact.
template <class V>
struct Reduced {
    V rest;
    Bits<V> n;
};
template <class V>
ACTLAB_INLINE Reduced<V> reduceByLn2(V v)
{
    using Limits = ExponentLimits<V>;
    const Whole<V> n = wholeOfProduct<V>(v, static_cast<Scalar<V>>(1.4426950408889634074));
    const V high = fma(n.value, -Limits::kLn2High, v);
    return {fma(n.value, -Limits::kLn2Low, high), n.integer};
}

/// exp(r) - 1 on the reduced range.
template <class V>
ACTLAB_INLINE V expm1OfRest(V r)
{
    return fma(r * r, polynomial(r, Coefficients<Scalar<V>>::exp), r);
}

/// exp(rest)·2^n where that is a normal number.
template <class V>
ACTLAB_INLINE V plainExp(V rest, Bits<V> n)
{
    return fromBits<V>(bitsOf(expm1OfRest(rest) + Scalar<V>(1)) + (n << Format<V>::kMantissa));
}
/// exp(v + tail) for a tail below a unit of v's last place; 1 unit at most. Most vectors have nothing near an end of
/// the range, where results are infinite or denormal: those are scaled in one step, to the same bits.
template <class V>
ACTLAB_INLINE V expWithTail(V v, V tail)
{
    using Limits = ExponentLimits<V>;
    if (isAnyBeyond(v, Limits::kPlain)) [[unlikely]] {
        const Reduced<V> reduced = reduceByLn2(atLeast(atMost(v, Limits::kHighest), Limits::kLowest));
        return scaled<V>(expm1OfRest(reduced.rest + tail) + Scalar<V>(1), reduced.n);
    }
    const Reduced<V> reduced = reduceByLn2(v);
    return plainExp<V>(reduced.rest + tail, reduced.n);
}
template <class V>
ACTLAB_INLINE V exp(V v)
{
    using Limits = ExponentLimits<V>;
    if (isAnyBeyond(v, Limits::kPlain)) [[unlikely]]
        return expWithTail(v, V{});
    const Reduced<V> reduced = reduceByLn2(v);
    return plainExp(reduced.rest, reduced.n);
}

/// A quarter of exp(v) - 1 for a v that is nowhere far out: finite where 2·sinh(v) is not. The least v may be is
/// kMinusOne, the greatest kHighest.
template <class V>
ACTLAB_INLINE V quarterOfExpm1(V v)
{
    const Reduced<V> reduced = reduceByLn2(v);
    const V power = powerOfTwo<V>(reduced.n - 2);
    return fma(power, expm1OfRest(reduced.rest), power - Scalar<V>(0.25));
}
/// For functions that are v where v is so small that a quarter of it has lost digits. They keep the sign of a zero.
template <class V>
ACTLAB_INLINE V tinyAsItIs(V v, V result)
{
    return select<V>(abs(v) < Format<V>::kSmallestNormal * Scalar<V>(8), v, result);
}
template <class V>
ACTLAB_INLINE V expm1(V v)
{
    using Limits = ExponentLimits<V>;
    return tinyAsItIs(v, quarterOfExpm1(atLeast(atMost(v, Limits::kHighest), Limits::kMinusOne)) * Scalar<V>(4));
}

template <class V>
ACTLAB_INLINE V sinh(V v)
{
    const V half = quarterOfExpm1(atMost(abs(v), ExponentLimits<V>::kHighest)) * Scalar<V>(2);
    const V finite = atMost(half, Scalar<V>(0x1p60));
    return tinyAsItIs(v, withSignOf(half + finite / (finite * Scalar<V>(2) + Scalar<V>(1)), v));
}
template <class V>
ACTLAB_INLINE V cosh(V v)
{
    using Limits = ExponentLimits<V>;
    const Reduced<V> reduced = reduceByLn2(atMost(abs(v), Limits::kHighest));
    const V half = scaled<V>(expm1OfRest(reduced.rest) + Scalar<V>(1), reduced.n - 1);
    return half + Scalar<V>(0.25) / half;
}

/// t/(t + 2) with t = exp(2v) - 1.
template <class V>
ACTLAB_INLINE V tanh(V v)
{
    const V a = atMost(abs(v), ExponentLimits<V>::kTanhIsOne);
    const V quarter = quarterOfExpm1(a + a);
    return tinyAsItIs(v, withSignOf(quarter / (quarter + Scalar<V>(0.5)), v));
}

/// The same, and a quarter of the derivative, sigmoid(2v)·sigmoid(-2v) = (t + 1)/(t + 2)², which is 0 where it would
/// be hardly a number any more.
template <class V>
ACTLAB_INLINE Pair<V> tanhAndSlope(V v)
{
    constexpr Scalar<V> kMost = ExponentLimits<V>::kPlain;
    const V twice = abs(v) * Scalar<V>(2), quarter = quarterOfExpm1(atMost(twice, kMost));
    const V below = quarter + Scalar<V>(0.5), part = Scalar<V>(0.5) / below;
    const V slope = (quarter + Scalar<V>(0.25)) * part * part;
    return {tinyAsItIs(v, withSignOf(quarter / below, v)), select<V>(twice > kMost, V{}, slope)};
}

/// sigmoid(v) and sigmoid(-v) from one exponential, both accurate in their tails.
template <class V>
ACTLAB_INLINE Pair<V> sigmoids(V v)
{
    const V e = exp(-abs(v));
    const V large = Scalar<V>(1) / (e + Scalar<V>(1)), small = e * large;
    const Bits<V> isLeft = v < Scalar<V>(0);
    return {select<V>(isLeft, small, large), select<V>(isLeft, large, small)};
}
template <class V>
ACTLAB_INLINE V sigmoid(V v)
{
    return sigmoids(v).high;
}

/// tanh(log(1 + e)) with e = exp(v) is n/(n + 2) with n = e·(e + 2): nothing cancels. low is a quarter of the
/// derivative by v, e·(e + 1)/(n + 2)².
template <class V>
ACTLAB_INLINE Pair<V> tanhSoftplusAndSlope(V v)
{
    constexpr Scalar<V> kMost = ExponentLimits<V>::kSquareIsFinite;
    const V e = exp(atMost(v, kMost));
    const V n = e * (e + Scalar<V>(2)), below = n + Scalar<V>(2), part = Scalar<V>(1) / below;
    const V slope = (e * part) * ((e + Scalar<V>(1)) * part);
    return {n / below, select<V>(v > kMost, V{}, slope)};
}

}  // namespace actlab::kernel::ACTLAB_ISA
