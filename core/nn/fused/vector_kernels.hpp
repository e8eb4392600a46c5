#pragma once

// Compiled once for every kind of processor, each time with other flags. Everything is in the unnamed namespace and
// nothing of the standard library is called: a function that the linker may share between the objects would be
// taken from any of them, and one made for a newer processor would then end the program on an older one.

#include "core/nn/fused/kernels.hpp"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace actlab::nn::fused {

namespace {

#if defined(__AVX2__)
inline __m256i firstOf8(std::size_t count)
{
    const __m256i lanes = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(count)), lanes);
}
#endif

template <int Width>
struct VectorOf;
template <>
struct VectorOf<4> {
    using Type [[gnu::vector_size(16)]] = float;
};
template <>
struct VectorOf<8> {
    using Type [[gnu::vector_size(32)]] = float;
};
template <>
struct VectorOf<16> {
    using Type [[gnu::vector_size(64)]] = float;
};

/// A vector of Width floats, and the part of one that lies at the edge of a matrix.
template <int Width>
struct Simd {
    using Vector = typename VectorOf<Width>::Type;

    static Vector load(const float* place)
    {
        Vector v;
        __builtin_memcpy(&v, place, sizeof v);
        return v;
    }
    static void store(float* place, const Vector& v) { __builtin_memcpy(place, &v, sizeof v); }

    /// The first `count`, or all Width of them; the others are 0, and their memory is not touched.
    static Vector load(const float* place, std::size_t count)
    {
        if (count >= Width)
            return load(place);
#if defined(__AVX512F__)
        if constexpr (Width == 16)
            return _mm512_maskz_loadu_ps(static_cast<__mmask16>((1u << count) - 1), place);
#endif
#if defined(__AVX2__)
        if constexpr (Width == 8)
            return _mm256_maskload_ps(place, firstOf8(count));
#endif
        float part[Width] = {};
        for (std::size_t i = 0; i < count; ++i)
            part[i] = place[i];
        return load(part);
    }
    static void store(float* place, const Vector& v, std::size_t count)
    {
        if (count >= Width)
            return store(place, v);
#if defined(__AVX512F__)
        if constexpr (Width == 16)
            return _mm512_mask_storeu_ps(place, static_cast<__mmask16>((1u << count) - 1), v);
#endif
#if defined(__AVX2__)
        if constexpr (Width == 8)
            return _mm256_maskstore_ps(place, firstOf8(count), v);
#endif
        float part[Width];
        store(part, v);
        for (std::size_t i = 0; i < count; ++i)
            place[i] = part[i];
    }

    static Vector root(const Vector& v)
    {
        float roots[Width];
        store(roots, v);
        for (float& root : roots)
            root = __builtin_sqrtf(root);
        return load(roots);
    }

    static float sum(const Vector& v)
    {
        if constexpr (Width == 16)
            return Simd<8>::sum(__builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7) +
                                __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15));
        else if constexpr (Width == 8)
            return Simd<4>::sum(__builtin_shufflevector(v, v, 0, 1, 2, 3) +
                                __builtin_shufflevector(v, v, 4, 5, 6, 7));
        else {
            const Vector pairs = v + __builtin_shufflevector(v, v, 2, 3, 2, 3);
            return pairs[0] + pairs[1];
        }
    }
};

/// One tile of a product: Rows × (Vectors · Width) sums, each in a register of its own because all loops over them
/// are of a fixed length and unrolled. Only the last vector of a row may lie at the edge of c.
template <int Width, int Rows, int Vectors>
void multiplyTile(const Product& p, std::size_t row, std::size_t column)
{
    using S = Simd<Width>;
    typename S::Vector sums[Rows][Vectors];
    float* const c = p.c + row * p.cRow + column;
    const std::size_t last = p.columns - column - (Vectors - 1) * Width;
#pragma GCC unroll 8
    for (int i = 0; i < Rows; ++i)
#pragma GCC unroll 2
        for (int j = 0; j < Vectors; ++j)
            if (!p.adds)
                sums[i][j] = typename S::Vector{} + (p.start ? p.start[row + i] : 0.0f);
            else
                sums[i][j] = S::load(c + i * p.cRow + j * Width, j + 1 < Vectors ? Width : last);

    const float* a = p.a + row * p.aRow;
    const float* b = p.b + column;
#pragma GCC unroll 4
    for (std::size_t step = 0; step < p.steps; ++step, a += p.aStep, b += p.bStep) {
        typename S::Vector right[Vectors];
#pragma GCC unroll 2
        for (int j = 0; j < Vectors; ++j)
            right[j] = S::load(b + j * Width);
#pragma GCC unroll 8
        for (int i = 0; i < Rows; ++i)
#pragma GCC unroll 2
            for (int j = 0; j < Vectors; ++j)
                sums[i][j] += a[i * p.aRow] * right[j];
    }
#pragma GCC unroll 8
    for (int i = 0; i < Rows; ++i)
#pragma GCC unroll 2
        for (int j = 0; j < Vectors; ++j)
            S::store(c + i * p.cRow + j * Width, sums[i][j], j + 1 < Vectors ? Width : last);
}

/// A tile of `rows` rows, at most Rows.
template <int Width, int Rows, int Vectors>
void runTile(const Product& p, std::size_t row, std::size_t column, std::size_t rows)
{
    if constexpr (Rows > 1)
        if (rows < Rows)
            return runTile<Width, Rows - 1, Vectors>(p, row, column, rows);
    multiplyTile<Width, Rows, Vectors>(p, row, column);
}

/// As many rows as a tile has, but the last two tiles share theirs: a low one waits for its own sums.
template <int Rows>
std::size_t rowsOfNextTile(std::size_t left)
{
    return left <= Rows ? left : left < 2 * Rows ? (left + 1) / 2 : Rows;
}

/// The sums of a tile fill the registers that its numbers of a and b leave.
template <int Width>
void multiply(const Product& p)
{
    constexpr int kRows = Width == 16 ? 8 : Width == 8 ? 6 : 4;
    for (std::size_t row = 0, rows = 0; row < p.rows; row += rows) {
        rows = rowsOfNextTile<kRows>(p.rows - row);
        std::size_t column = 0;
        for (; p.columns > column + Width; column += 2 * Width)
            runTile<Width, kRows, 2>(p, row, column, rows);
        if (column < p.columns)
            runTile<Width, kRows, 1>(p, row, column, rows);
    }
}

/// Long rows are asked for some rows ahead: they may lie anywhere in memory.
template <int Width>
void gather(const float* from, std::size_t columns, const std::size_t* rows, std::size_t count, float* to,
            std::size_t toRow)
{
    using S = Simd<Width>;
    constexpr std::size_t kAhead = 8;
    const std::size_t whole = columns / Width * Width;
    for (std::size_t i = 0; i < count; ++i, to += toRow) {
        if (i + kAhead < count)
            for (std::size_t column = 0; column < whole; column += kLanes)
                __builtin_prefetch(from + rows[i + kAhead] * columns + column);
        const float* row = from + rows[i] * columns;
        for (std::size_t column = 0; column < whole; column += Width)
            S::store(to + column, S::load(row + column));
        S::store(to + whole, S::load(row + whole, columns - whole));
    }
}

/// 4 × 4 numbers at a time: halves of two rows are woven together, then those of two such pairs.
inline void transposeTile(const float* from, std::size_t fromRow, float* to, std::size_t toRow)
{
    using S = Simd<4>;
    const S::Vector a = S::load(from), b = S::load(from + fromRow), c = S::load(from + 2 * fromRow),
                    d = S::load(from + 3 * fromRow);
    const S::Vector abLow = __builtin_shufflevector(a, b, 0, 4, 1, 5);
    const S::Vector cdLow = __builtin_shufflevector(c, d, 0, 4, 1, 5);
    const S::Vector abHigh = __builtin_shufflevector(a, b, 2, 6, 3, 7);
    const S::Vector cdHigh = __builtin_shufflevector(c, d, 2, 6, 3, 7);
    S::store(to, __builtin_shufflevector(abLow, cdLow, 0, 1, 4, 5));
    S::store(to + toRow, __builtin_shufflevector(abLow, cdLow, 2, 3, 6, 7));
    S::store(to + 2 * toRow, __builtin_shufflevector(abHigh, cdHigh, 0, 1, 4, 5));
    S::store(to + 3 * toRow, __builtin_shufflevector(abHigh, cdHigh, 2, 3, 6, 7));
}

void transpose(const float* from, std::size_t fromRow, std::size_t rows, std::size_t columns, float* to,
               std::size_t toRow)
{
    const std::size_t tiledRows = rows / 4 * 4, tiledColumns = columns / 4 * 4;
    for (std::size_t row = 0; row < tiledRows; row += 4)
        for (std::size_t column = 0; column < tiledColumns; column += 4)
            transposeTile(from + row * fromRow + column, fromRow, to + column * toRow + row, toRow);
    for (std::size_t row = tiledColumns < columns ? 0 : tiledRows; row < rows; ++row)
        for (std::size_t column = row < tiledRows ? tiledColumns : 0; column < columns; ++column)
            to[column * toRow + row] = from[row * fromRow + column];
}

/// Sums of Rows rows side by side: none waits for its own.
template <int Width, int Rows>
void sumRowsTogether(const float* from, std::size_t fromRow, std::size_t columns, float* sums, bool adds)
{
    using S = Simd<Width>;
    typename S::Vector all[Rows] = {};
    for (std::size_t column = 0; column < columns; column += Width)
#pragma GCC unroll 4
        for (int row = 0; row < Rows; ++row)
            all[row] += S::load(from + row * fromRow + column, columns - column);
#pragma GCC unroll 4
    for (int row = 0; row < Rows; ++row)
        sums[row] = (adds ? sums[row] : 0) + S::sum(all[row]);
}

template <int Width>
void sumRows(const float* from, std::size_t fromRow, std::size_t rows, std::size_t columns, float* sums, bool adds)
{
    std::size_t row = 0;
    for (; row + 4 <= rows; row += 4)
        sumRowsTogether<Width, 4>(from + row * fromRow, fromRow, columns, sums + row, adds);
    for (; row < rows; ++row)
        sumRowsTogether<Width, 1>(from + row * fromRow, fromRow, columns, sums + row, adds);
}

template <int Width>
void scale(float* values, const float* factors, std::size_t count)
{
    using S = Simd<Width>;
    for (std::size_t i = 0; i < count; i += Width)
        S::store(values + i, S::load(values + i) * S::load(factors + i));
}

template <int Width>
float dot(const float* a, const float* b, std::size_t count)
{
    using S = Simd<Width>;
    typename S::Vector all{};
    for (std::size_t i = 0; i < count; i += Width)
        all += S::load(a + i) * S::load(b + i);
    return S::sum(all);
}

}  // namespace

}  // namespace actlab::nn::fused
