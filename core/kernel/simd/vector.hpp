#pragma once

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
    static constexpr float kLargest = 0x1.fffffep127F;
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
    static constexpr double kLargest = 0x1.fffffffffffffp1023;
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
/// The same for a magnitude without a sign of its own.
template <class V>
ACTLAB_INLINE V withSignOf(V magnitude, V sign)
{
    return fromBits<V>(bitsOf(magnitude) | (bitsOf(sign) & Format<V>::kSign));
}
/// The sign bit alone: -0 has one.
template <class V>
ACTLAB_INLINE Bits<V> signBit(V v)
{
    return bitsOf(v) < 0;
}

}  // namespace actlab::kernel::ACTLAB_ISA
