#pragma once

#include "core/kernel/simd/vector.hpp"
#include "core/kernel/step.hpp"

namespace actlab::kernel::ACTLAB_ISA {

/// The elements of one operand: an array, or one vector for all.
template <class T, bool IsUniform>
class Operand {
public:
    using V = typename Vectors<T>::Type;
    ACTLAB_INLINE explicit Operand(const T* from) : m_from(from), m_value(IsUniform ? load<V>(from) : V{}) {}
    ACTLAB_INLINE V at(std::size_t i) const
    {
        if constexpr (IsUniform)
            return m_value;
        else
            return load<V>(m_from + i);
    }

private:
    const T* m_from;
    V m_value;
};

template <class T>
inline constexpr std::size_t kWidth = kBytes / sizeof(T);

/// f of one operand, which may as well be uniform: then n is one padding.
template <class T, class F>
ACTLAB_INLINE void map1(const Step<T>& s, std::size_t n, F f)
{
    T* const out = s.out;
    const T* const in = s.in[0];
    for (std::size_t i = 0; i < n; i += kWidth<T>)
        store(out + i, f(load<typename Vectors<T>::Type>(in + i)));
}

template <bool A, bool B, class T, class F>
ACTLAB_INLINE void loop2(const Step<T>& s, std::size_t n, F f)
{
    const Operand<T, A> a(s.in[0]);
    const Operand<T, B> b(s.in[1]);
    T* const out = s.out;
    for (std::size_t i = 0; i < n; i += kWidth<T>)
        store(out + i, f(a.at(i), b.at(i)));
}
template <bool A, bool B, bool C, class T, class F>
ACTLAB_INLINE void loop3(const Step<T>& s, std::size_t n, F f)
{
    const Operand<T, A> a(s.in[0]);
    const Operand<T, B> b(s.in[1]);
    const Operand<T, C> c(s.in[2]);
    T* const out = s.out;
    for (std::size_t i = 0; i < n; i += kWidth<T>)
        store(out + i, f(a.at(i), b.at(i), c.at(i)));
}
template <bool A, bool B, bool C, bool D, class T, class F>
ACTLAB_INLINE void loop4(const Step<T>& s, std::size_t n, F f)
{
    const Operand<T, A> a(s.in[0]);
    const Operand<T, B> b(s.in[1]);
    const Operand<T, C> c(s.in[2]);
    const Operand<T, D> d(s.in[3]);
    T* const out = s.out;
    for (std::size_t i = 0; i < n; i += kWidth<T>)
        store(out + i, f(a.at(i), b.at(i), c.at(i), d.at(i)));
}

// One loop for every mixture of uniform and varying operands.
template <class T, class F>
ACTLAB_INLINE void map2(const Step<T>& s, std::size_t n, F f)
{
    switch (s.uniform & 3) {
    case 0: return loop2<false, false>(s, n, f);
    case 1: return loop2<true, false>(s, n, f);
    case 2: return loop2<false, true>(s, n, f);
    default: return loop2<true, true>(s, n, f);
    }
}
template <class T, class F>
ACTLAB_INLINE void map3(const Step<T>& s, std::size_t n, F f)
{
    switch (s.uniform & 7) {
    case 0: return loop3<false, false, false>(s, n, f);
    case 1: return loop3<true, false, false>(s, n, f);
    case 2: return loop3<false, true, false>(s, n, f);
    case 3: return loop3<true, true, false>(s, n, f);
    case 4: return loop3<false, false, true>(s, n, f);
    case 5: return loop3<true, false, true>(s, n, f);
    case 6: return loop3<false, true, true>(s, n, f);
    default: return loop3<true, true, true>(s, n, f);
    }
}

/// Of four operands the comparison's right side and the two values are often uniform, its left side is not.
template <class T, class F>
ACTLAB_INLINE void map4(const Step<T>& s, std::size_t n, F f)
{
    switch (s.uniform & 15) {
    case 0: return loop4<false, false, false, false>(s, n, f);
    case 1: return loop4<true, false, false, false>(s, n, f);
    case 2: return loop4<false, true, false, false>(s, n, f);
    case 3: return loop4<true, true, false, false>(s, n, f);
    case 4: return loop4<false, false, true, false>(s, n, f);
    case 5: return loop4<true, false, true, false>(s, n, f);
    case 6: return loop4<false, true, true, false>(s, n, f);
    case 7: return loop4<true, true, true, false>(s, n, f);
    case 8: return loop4<false, false, false, true>(s, n, f);
    case 9: return loop4<true, false, false, true>(s, n, f);
    case 10: return loop4<false, true, false, true>(s, n, f);
    case 11: return loop4<true, true, false, true>(s, n, f);
    case 12: return loop4<false, false, true, true>(s, n, f);
    case 13: return loop4<true, false, true, true>(s, n, f);
    case 14: return loop4<false, true, true, true>(s, n, f);
    default: return loop4<true, true, true, true>(s, n, f);
    }
}

/// Two results of one operand.
template <class T, class F>
ACTLAB_INLINE void mapPair(const Step<T>& s, std::size_t n, F f)
{
    T *const out = s.out, *const out2 = s.out2;
    const T* const in = s.in[0];
    for (std::size_t i = 0; i < n; i += kWidth<T>) {
        const auto both = f(load<typename Vectors<T>::Type>(in + i));
        store(out + i, both.high);
        store(out2 + i, both.low);
    }
}

/// Elements [i, i + lanes of F64) as doubles.
ACTLAB_INLINE F64 loadWide(const double* from)
{
    return load<F64>(from);
}
ACTLAB_INLINE F64 loadWide(const float* from)
{
    Half32 half;
    __builtin_memcpy(&half, from, sizeof half);
    return __builtin_convertvector(half, F64);
}
ACTLAB_INLINE void storeNarrow(double* to, F64 v)
{
    store(to, v);
}
ACTLAB_INLINE void storeNarrow(float* to, F64 v)
{
    const Half32 half = __builtin_convertvector(v, Half32);
    __builtin_memcpy(to, &half, sizeof half);
}

/// f in double, whatever the elements are: a float is then right to little more than half a unit.
template <class T, class F>
ACTLAB_INLINE void mapWide1(const Step<T>& s, std::size_t n, F f)
{
    for (std::size_t i = 0; i < n; i += kWidth<double>)
        storeNarrow(s.out + i, f(loadWide(s.in[0] + i)));
}
template <class T, class F>
ACTLAB_INLINE void mapWide2(const Step<T>& s, std::size_t n, F f)
{
    const std::size_t keepA = s.uniform & 1 ? 0 : SIZE_MAX, keepB = s.uniform & 2 ? 0 : SIZE_MAX;
    for (std::size_t i = 0; i < n; i += kWidth<double>)
        storeNarrow(s.out + i, f(loadWide(s.in[0] + (i & keepA)), loadWide(s.in[1] + (i & keepB))));
}

}  // namespace actlab::kernel::ACTLAB_ISA
