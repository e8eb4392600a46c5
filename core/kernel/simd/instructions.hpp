#pragma once

#include "core/kernel/pieces.hpp"
#include "core/kernel/simd/vector.hpp"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace actlab::kernel::ACTLAB_ISA {

// What the sets have instructions for that no operator spells:
//   fma(a, b, c)            a*b + c, in one rounding where there is such an instruction (kHasFma<V>)
//   atMost, atLeast         v, or the limit beyond it; NaN stays
//   isAnyBeyond(v, limit)   whether |v| is above the limit, or NaN, in some lane
//   pick<V>(table, place)   table[place], which is from 0 to 7
template <class V>
ACTLAB_INLINE V pick(const Scalar<V> (&table)[kMostPieces], Bits<V> place)
{
    V v;
    for (std::size_t lane = 0; lane < kLanes<V>; ++lane)
        v[lane] = table[place[lane]];
    return v;
}
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
ACTLAB_INLINE F32 atMost(F32 v, float most)
{
    return F32(_mm512_min_ps(_mm512_set1_ps(most), __m512(v)));
}
ACTLAB_INLINE F64 atMost(F64 v, double most)
{
    return F64(_mm512_min_pd(_mm512_set1_pd(most), __m512d(v)));
}
ACTLAB_INLINE F32 atLeast(F32 v, float least)
{
    return F32(_mm512_max_ps(_mm512_set1_ps(least), __m512(v)));
}
ACTLAB_INLINE F64 atLeast(F64 v, double least)
{
    return F64(_mm512_max_pd(_mm512_set1_pd(least), __m512d(v)));
}
ACTLAB_INLINE bool isAnyBeyond(F32 v, float limit)
{
    return _mm512_cmp_ps_mask(__m512(abs(v)), _mm512_set1_ps(limit), _CMP_NLE_UQ) != 0;
}
ACTLAB_INLINE bool isAnyBeyond(F64 v, double limit)
{
    return _mm512_cmp_pd_mask(__m512d(abs(v)), _mm512_set1_pd(limit), _CMP_NLE_UQ) != 0;
}
template <>
ACTLAB_INLINE F32 pick<F32>(const float (&table)[kMostPieces], I32 place)
{
    const __m512 twice = _mm512_broadcast_f32x8(_mm256_loadu_ps(table));
    return F32(_mm512_permutexvar_ps(__m512i(place), twice));
}
template <>
ACTLAB_INLINE F64 pick<F64>(const double (&table)[kMostPieces], I64 place)
{
    return F64(_mm512_permutexvar_pd(__m512i(place), _mm512_loadu_pd(table)));
}
template <class V>
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
ACTLAB_INLINE F32 atMost(F32 v, float most)
{
    return F32(_mm256_min_ps(_mm256_set1_ps(most), __m256(v)));
}
ACTLAB_INLINE F64 atMost(F64 v, double most)
{
    return F64(_mm256_min_pd(_mm256_set1_pd(most), __m256d(v)));
}
ACTLAB_INLINE F32 atLeast(F32 v, float least)
{
    return F32(_mm256_max_ps(_mm256_set1_ps(least), __m256(v)));
}
ACTLAB_INLINE F64 atLeast(F64 v, double least)
{
    return F64(_mm256_max_pd(_mm256_set1_pd(least), __m256d(v)));
}
ACTLAB_INLINE bool isAnyBeyond(F32 v, float limit)
{
    return _mm256_movemask_ps(_mm256_cmp_ps(__m256(abs(v)), _mm256_set1_ps(limit), _CMP_NLE_UQ)) != 0;
}
ACTLAB_INLINE bool isAnyBeyond(F64 v, double limit)
{
    return _mm256_movemask_pd(_mm256_cmp_pd(__m256d(abs(v)), _mm256_set1_pd(limit), _CMP_NLE_UQ)) != 0;
}
template <>
ACTLAB_INLINE F32 pick<F32>(const float (&table)[kMostPieces], I32 place)
{
    return F32(_mm256_permutevar8x32_ps(_mm256_loadu_ps(table), __m256i(place)));
}
template <class V>
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
template <class V>
ACTLAB_INLINE bool isAnyBeyond(V v, Scalar<V> limit)
{
    const Bits<V> isWithin = abs(v) <= limit;
    typename Format<V>::Int all = -1;
    for (std::size_t i = 0; i < kLanes<V>; ++i)
        all &= isWithin[i];
    return all == 0;
}
template <class V>
inline constexpr bool kHasFma = false;
#endif

}  // namespace actlab::kernel::ACTLAB_ISA
