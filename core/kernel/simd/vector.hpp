#pragma once

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include <cstddef>
#include <cstdint>

// The vectors of one instruction set. This header and all beside it are compiled once for each set, by the .cpp
// that defines
//   ACTLAB_ISA         the namespace everything goes into, so that no two sets share a symbol;
//   ACTLAB_ISA_BYTES   bytes of a vector.
// No function of the standard library may be called here: the linker keeps one copy of an inline function, and if it
// took the one with AVX in it, the program would die on a machine without AVX.

#define ACTLAB_INLINE inline __attribute__((always_inline))

namespace actlab::kernel::ACTLAB_ISA {

inline constexpr std::size_t kBytes = ACTLAB_ISA_BYTES;

typedef float F32 __attribute__((vector_size(kBytes)));
typedef double F64 __attribute__((vector_size(kBytes)));
typedef std::int32_t I32 __attribute__((vector_size(kBytes)));
typedef std::int64_t I64 __attribute__((vector_size(kBytes)));
/// As many floats as F64 has doubles.
typedef float Half32 __attribute__((vector_size(kBytes / 2)));

template <class T>
struct Vectors;
template <>
struct Vectors<float> {
    using Type = F32;
};
template <>
struct Vectors<double> {
    using Type = F64;
};

/// How IEEE numbers of one width are laid out.
template <class V>
struct Format;
template <>
struct Format<F32> {
    using Scalar = float;
    using Bits = I32;
    using Int = std::int32_t;
    static constexpr int kMantissa = 23;
    static constexpr Int kBias = 127;
    static constexpr Int kSign = INT32_MIN;
    static constexpr float kSmallestNormal = 0x1p-126F;
    static constexpr float kMagic = 0x1.8p23F;  ///< adding it rounds to a whole number in the low bits
};
template <>
struct Format<F64> {
    using Scalar = double;
    using Bits = I64;
    using Int = std::int64_t;
    static constexpr int kMantissa = 52;
    static constexpr Int kBias = 1023;
    static constexpr Int kSign = INT64_MIN;
    static constexpr double kSmallestNormal = 0x1p-1022;
    static constexpr double kMagic = 0x1.8p52;
};

template <class V>
using Scalar = typename Format<V>::Scalar;
template <class V>
using Bits = typename Format<V>::Bits;
template <class V>
inline constexpr std::size_t kLanes = kBytes / sizeof(Scalar<V>);
template <class V>
inline constexpr Scalar<V> kInfinity = static_cast<Scalar<V>>(__builtin_inf());
template <class V>
inline constexpr Scalar<V> kNan = static_cast<Scalar<V>>(__builtin_nan(""));

template <class V>
ACTLAB_INLINE V load(const Scalar<V>* from)
{
    V v;
    __builtin_memcpy(&v, from, sizeof v);
    return v;
}
template <class V>
ACTLAB_INLINE void store(Scalar<V>* to, V v)
{
    __builtin_memcpy(to, &v, sizeof v);
}
/// Keeps the sign of a zero.
template <class V>
ACTLAB_INLINE V splat(Scalar<V> value)
{
    return value - V{};
}

template <class V>
ACTLAB_INLINE Bits<V> bitsOf(V v)
{
    Bits<V> bits;
    __builtin_memcpy(&bits, &v, sizeof v);
    return bits;
}
template <class V>
ACTLAB_INLINE V fromBits(Bits<V> bits)
{
    V v;
    __builtin_memcpy(&v, &bits, sizeof v);
    return v;
}

template <class V>
ACTLAB_INLINE V select(Bits<V> mask, V yes, V no)
{
    return mask ? yes : no;
}
template <class V>
ACTLAB_INLINE V abs(V v)
{
    return fromBits<V>(bitsOf(v) & ~Format<V>::kSign);
}
template <class V>
ACTLAB_INLINE V copySign(V magnitude, V sign)
{
    return fromBits<V>((bitsOf(magnitude) & ~Format<V>::kSign) | (bitsOf(sign) & Format<V>::kSign));
}
/// The sign bit alone: -0 has one.
template <class V>
ACTLAB_INLINE Bits<V> signBit(V v)
{
    return bitsOf(v) < 0;
}
/// No greater than `most`; NaN stays.
template <class V>
ACTLAB_INLINE V atMost(V v, Scalar<V> most)
{
    return select<V>(v > most, splat<V>(most), v);
}
template <class V>
ACTLAB_INLINE V atLeast(V v, Scalar<V> least)
{
    return select<V>(v < least, splat<V>(least), v);
}

// a*b + c, in one rounding where the set has such an instruction.
#if defined(__AVX512F__)
ACTLAB_INLINE F32 fma(F32 a, F32 b, F32 c)
{
    return F32(_mm512_fmadd_ps(__m512(a), __m512(b), __m512(c)));
}
ACTLAB_INLINE F64 fma(F64 a, F64 b, F64 c)
{
    return F64(_mm512_fmadd_pd(__m512d(a), __m512d(b), __m512d(c)));
}
ACTLAB_INLINE F32 sqrt(F32 v)
{
    return F32(_mm512_sqrt_ps(__m512(v)));
}
ACTLAB_INLINE F64 sqrt(F64 v)
{
    return F64(_mm512_sqrt_pd(__m512d(v)));
}
inline constexpr bool kHasFma = true;
#elif defined(__AVX2__)
ACTLAB_INLINE F32 fma(F32 a, F32 b, F32 c)
{
    return F32(_mm256_fmadd_ps(__m256(a), __m256(b), __m256(c)));
}
ACTLAB_INLINE F64 fma(F64 a, F64 b, F64 c)
{
    return F64(_mm256_fmadd_pd(__m256d(a), __m256d(b), __m256d(c)));
}
ACTLAB_INLINE F32 sqrt(F32 v)
{
    return F32(_mm256_sqrt_ps(__m256(v)));
}
ACTLAB_INLINE F64 sqrt(F64 v)
{
    return F64(_mm256_sqrt_pd(__m256d(v)));
}
inline constexpr bool kHasFma = true;
#else
template <class V>
ACTLAB_INLINE V fma(V a, V b, V c)
{
    return a * b + c;
}
template <class V>
ACTLAB_INLINE V sqrt(V v)
{
    for (std::size_t i = 0; i < kLanes<V>; ++i)
        if constexpr (sizeof(Scalar<V>) == sizeof(float))
            v[i] = __builtin_sqrtf(v[i]);
        else
            v[i] = __builtin_sqrt(v[i]);
    return v;
}
inline constexpr bool kHasFma = false;
#endif
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
    if constexpr (kHasFma)
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
/// An integer, of at most mantissa - 2 bits, as a number.
template <class V>
ACTLAB_INLINE V numberOf(Bits<V> integer)
{
    constexpr Scalar<V> kMagic = Format<V>::kMagic;
    return fromBits<V>(integer + bitsOf(splat<V>(kMagic))) - kMagic;
}

}  // namespace actlab::kernel::ACTLAB_ISA
