#pragma once

// Compiled once for every kind of processor, as vector_kernels.hpp is.

#include "core/nn/fused/vector_kernels.hpp"

namespace actlab::nn::fused {

namespace {

/// Loops of a fixed length, which the compiler turns into a few instructions.
constexpr int kChunk = static_cast<int>(kLanes);

inline void descendChunk(float* __restrict parameters, const float* __restrict gradient, float rate)
{
    for (int i = 0; i < kChunk; ++i)
        parameters[i] -= rate * gradient[i];
}

inline void momentumChunk(float* __restrict parameters, const float* __restrict gradient, float* __restrict mean,
                          const Momentum& by)
{
    const Momentum m = by;
    for (int i = 0; i < kChunk; ++i) {
        mean[i] = m.momentum * mean[i] + gradient[i];
        parameters[i] -= m.rate * (m.ofMean * mean[i] + m.ofSlope * gradient[i]);
    }
}

inline void squaresChunk(float* __restrict parameters, const float* __restrict gradient, float* __restrict square,
                         const Squares& by)
{
    const Squares s = by;
    for (int i = 0; i < kChunk; ++i) {
        square[i] = s.kept * square[i] + s.added * gradient[i] * gradient[i];
        parameters[i] -= s.rate * gradient[i] / (__builtin_sqrtf(square[i]) + s.epsilon);
    }
}

inline void momentsChunk(float* __restrict parameters, const float* __restrict gradient, float* __restrict mean,
                         float* __restrict square, const Moments& by)
{
    const Moments m = by;
    for (int i = 0; i < kChunk; ++i) {
        mean[i] = m.beta1 * mean[i] + m.new1 * gradient[i];
        square[i] = m.beta2 * square[i] + m.new2 * gradient[i] * gradient[i];
        parameters[i] =
            m.kept * parameters[i] - m.rate * mean[i] / (__builtin_sqrtf(square[i]) * m.scale + m.epsilon);
    }
}

/// Calls `chunk(parameters, gradient, offset)` for all of them; the last ones go through a copy of full length.
template <class Chunk>
inline void inChunks(float* parameters, const float* gradient, std::size_t count, Chunk chunk)
{
    std::size_t i = 0;
    for (; i + kChunk <= count; i += kChunk)
        chunk(parameters + i, gradient + i, i);
    if (i == count)
        return;
    float lastParameters[kChunk] = {}, lastGradient[kChunk] = {};
    for (std::size_t k = i; k < count; ++k) {
        lastParameters[k - i] = parameters[k];
        lastGradient[k - i] = gradient[k];
    }
    chunk(lastParameters, lastGradient, i);
    for (std::size_t k = i; k < count; ++k)
        parameters[k] = lastParameters[k - i];
}

void descend(float* parameters, const float* gradient, float rate, std::size_t count)
{
    inChunks(parameters, gradient, count, [&](float* p, const float* g, std::size_t) { descendChunk(p, g, rate); });
}

void descendWithMomentum(float* parameters, const float* gradient, float* mean, const Momentum& momentum,
                         std::size_t count)
{
    inChunks(parameters, gradient, count,
             [&](float* p, const float* g, std::size_t at) { momentumChunk(p, g, mean + at, momentum); });
}

void descendBySquares(float* parameters, const float* gradient, float* square, const Squares& squares,
                      std::size_t count)
{
    inChunks(parameters, gradient, count,
             [&](float* p, const float* g, std::size_t at) { squaresChunk(p, g, square + at, squares); });
}

void descendWithMoments(float* parameters, const float* gradient, float* mean, float* square, const Moments& moments,
                        std::size_t count)
{
    inChunks(parameters, gradient, count,
             [&](float* p, const float* g, std::size_t at) { momentsChunk(p, g, mean + at, square + at, moments); });
}

template <int Width>
constexpr Kernels kernelsOf(std::string_view name)
{
    return {name,       multiply<Width>, gather<Width>,       transpose,        sumRows<Width>,    scale<Width>,
            dot<Width>, descend,         descendWithMomentum, descendBySquares, descendWithMoments};
}

}  // namespace

}  // namespace actlab::nn::fused
