#pragma once

#include "core/kernel/simd/instructions.hpp"

namespace actlab::kernel::ACTLAB_ISA {

template <class V>
ACTLAB_INLINE V fma(V a, V b, Scalar<V> c)
{
    return fma(a, b, splat<V>(c));
}
template <class V>
ACTLAB_INLINE V fma(V a, Scalar<V> b, V c)
{
    return fma(a, splat<V>(b), c);
}

/// a*b + c. double multiplies and adds in two roundings: what cancels exactly shall, as analysis counts on.
template <class V>
ACTLAB_INLINE V multiplyAdd(V a, V b, V c)
{
    if constexpr (sizeof(Scalar<V>) == sizeof(float))
        return fma(a, b, c);
    else
        return a * b + c;
}

/// c[0] + v*(c[1] + v*(c[2] + …)).
template <class V, std::size_t N>
ACTLAB_INLINE V polynomial(V v, const Scalar<V> (&c)[N])
{
    V sum = splat<V>(c[N - 1]);
    for (std::size_t i = N - 1; i-- > 0;)
        sum = fma(sum, v, c[i]);
    return sum;
}

/// A sum of two numbers that is more exact than one of them; |low| is below a unit of high's last place.
template <class V>
struct Pair {
    V high, low;
};
template <class V>
ACTLAB_INLINE Pair<V> twoSum(V a, V b)
{
    const V sum = a + b, fromB = sum - a;
    return {sum, (a - (sum - fromB)) + (b - fromB)};
}
/// Where |a| >= |b|.
template <class V>
ACTLAB_INLINE Pair<V> quickTwoSum(V a, V b)
{
    const V sum = a + b;
    return {sum, b - (sum - a)};
}
/// The upper half of the digits (Veltkamp), for products that must be exact.
template <class V>
ACTLAB_INLINE V upperHalf(V v)
{
    return fromBits<V>(bitsOf(v) & ~((typename Format<V>::Int{1} << (Format<V>::kMantissa / 2 + 1)) - 1));
}
template <class V>
ACTLAB_INLINE Pair<V> twoProduct(V a, V b)
{
    const V product = a * b;
    if constexpr (kHasFma<V>)
        return {product, fma(a, b, -product)};
    const V a1 = upperHalf(a), b1 = upperHalf(b), a2 = a - a1, b2 = b - b1;
    return {product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2};
}

/// 2^n for -bias < n <= bias.
template <class V>
ACTLAB_INLINE V powerOfTwo(Bits<V> n)
{
    return fromBits<V>((n + Format<V>::kBias) << Format<V>::kMantissa);
}
/// v·2^n in two steps, so that neither leaves the range before the product does; |n| up to twice the bias.
template <class V>
ACTLAB_INLINE V scaled(V v, Bits<V> n)
{
    const Bits<V> half = n >> 1;
    return v * powerOfTwo<V>(half) * powerOfTwo<V>(n - half);
}

/// The nearest whole number as a number and as an integer; halves go to the even one. For |v| below 2^(mantissa - 2).
template <class V>
struct Whole {
    V value;
    Bits<V> integer;
};
template <class V>
ACTLAB_INLINE Whole<V> wholeOf(V v)
{
    constexpr Scalar<V> kMagic = Format<V>::kMagic;
    const V shifted = v + kMagic;
    return {shifted - kMagic, bitsOf(shifted) - bitsOf(splat<V>(kMagic))};
}
/// The same of v·factor, which need not be rounded before.
template <class V>
ACTLAB_INLINE Whole<V> wholeOfProduct(V v, Scalar<V> factor)
{
    constexpr Scalar<V> kMagic = Format<V>::kMagic;
    const V shifted = fma(v, splat<V>(factor), splat<V>(kMagic));
    return {shifted - kMagic, bitsOf(shifted) - bitsOf(splat<V>(kMagic))};
}
/// An integer, of at most mantissa - 2 bits, as a number.
template <class V>
ACTLAB_INLINE V numberOf(Bits<V> integer)
{
    constexpr Scalar<V> kMagic = Format<V>::kMagic;
    return fromBits<V>(integer + bitsOf(splat<V>(kMagic))) - kMagic;
}

}  // namespace actlab::kernel::ACTLAB_ISA
