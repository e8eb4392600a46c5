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

    /// The first `count`, fewer than Width; the others are 0, and their memory is not touched.
    static Vector load(const float* place, std::size_t count)
    {
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

    static float sum(const Vector& v)
    {
        float part[Width];
        store(part, v);
        for (int width = Width / 2; width > 0; width /= 2)
            for (int i = 0; i < width; ++i)
                part[i] += part[i + width];
        return part[0];
    }
};

/// One tile of a product: Rows × (Vectors · Width) sums held in registers.
template <int Width, int Rows, int Vectors>
class Tile {
    using S = Simd<Width>;
    using Vector = typename S::Vector;

public:
    static void run(const Product& p, std::size_t row, std::size_t column)
    {
        Vector sums[Rows][Vectors];
        for (int i = 0; i < Rows; ++i)
            for (int j = 0; j < Vectors; ++j)
                sums[i][j] = begin(p, row + i, column + j * Width);
        add(p, row, column, sums);
        for (int i = 0; i < Rows; ++i)
            for (int j = 0; j < Vectors; ++j)
                end(p, row + i, column + j * Width, sums[i][j]);
    }

private:
    static Vector begin(const Product& p, std::size_t row, std::size_t column)
    {
        if (!p.adds)
            return Vector{} + (p.start ? p.start[row] : 0.0f);
        const float* c = p.c + row * p.cRow + column;
        if (column + Width <= p.columns)
            return S::load(c);
        Vector v = column < p.columns ? S::load(c, p.columns - column) : Vector{};
        if (p.beside)
            v[p.columns - column] = p.beside[row];
        return v;
    }

    static void add(const Product& p, std::size_t row, std::size_t column, Vector (&sums)[Rows][Vectors])
    {
        Vector local[Rows][Vectors];  // which the compiler keeps in registers
        for (int i = 0; i < Rows; ++i)
            for (int j = 0; j < Vectors; ++j)
                local[i][j] = sums[i][j];
        const float* a = p.a + row * p.aRow;
        const float* b = p.b + column;
        for (std::size_t step = 0; step < p.steps; ++step, a += p.aStep, b += p.bStep) {
            Vector right[Vectors];
            for (int j = 0; j < Vectors; ++j)
                right[j] = S::load(b + j * Width);
            for (int i = 0; i < Rows; ++i)
                for (int j = 0; j < Vectors; ++j)
                    local[i][j] += a[static_cast<std::size_t>(i) * p.aRow] * right[j];
        }
        for (int i = 0; i < Rows; ++i)
            for (int j = 0; j < Vectors; ++j)
                sums[i][j] = local[i][j];
    }

    static void end(const Product& p, std::size_t row, std::size_t column, const Vector& v)
    {
        float* c = p.c + row * p.cRow + column;
        if (column + Width <= p.columns)
            return S::store(c, v);
        if (column < p.columns)
            S::store(c, v, p.columns - column);
        if (p.beside)
            p.beside[row] = v[p.columns - column];
    }
};

/// A tile of `rows` rows, at most Rows.
template <int Width, int Rows, int Vectors>
void runTile(const Product& p, std::size_t row, std::size_t column, std::size_t rows)
{
    if constexpr (Rows > 1)
        if (rows < Rows)
            return runTile<Width, Rows - 1, Vectors>(p, row, column, rows);
    Tile<Width, Rows, Vectors>::run(p, row, column);
}

/// Processors with many registers hold larger tiles in them.
template <int Width>
void multiply(const Product& p)
{
    constexpr int kRows = Width == 16 ? 8 : 4;
    const std::size_t columns = p.columns + (p.beside ? 1 : 0);
    for (std::size_t row = 0; row < p.rows; row += kRows) {
        const std::size_t rows = p.rows - row < kRows ? p.rows - row : kRows;
        std::size_t column = 0;
        for (; columns > column + Width; column += 2 * Width)
            runTile<Width, kRows, 2>(p, row, column, rows);
        if (column < columns)
            runTile<Width, kRows, 1>(p, row, column, rows);
    }
}

template <int Width>
void transpose(const float* from, std::size_t fromRow, std::size_t rows, std::size_t columns, float* to,
               std::size_t toRow)
{
    for (std::size_t column = 0; column < columns; ++column)
        for (std::size_t row = 0; row < rows; ++row)
            to[column * toRow + row] = from[row * fromRow + column];
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
