#pragma once

// Compiled once for every kind of processor, as vector_kernels.hpp is.

#include "core/nn/fused/vector_kernels.hpp"

namespace actlab::nn::fused {

namespace {

/// Sets each parameter to `step(parameters, gradient, offset)`, vector by vector. A compiler that makes vectors of a
/// plain loop keeps the loop as well, for arrays that might overlap, and may contract the two differently: the last
/// bit would depend on where the arrays lie.
template <int Width, class Step>
inline void inVectors(float* parameters, const float* gradient, std::size_t count, Step step)
{
    using S = Simd<Width>;
    std::size_t i = 0;
#pragma GCC unroll 4
    for (; i + Width <= count; i += Width)
        S::store(parameters + i, step(S::load(parameters + i), S::load(gradient + i), i));
    if (i < count)
        S::store(parameters + i, step(S::load(parameters + i, count - i), S::load(gradient + i, count - i), i),
                 count - i);
}

template <int Width>
void descend(float* parameters, const float* gradient, float rate, std::size_t count)
{
    using Vector = typename Simd<Width>::Vector;
    inVectors<Width>(parameters, gradient, count,
                     [&](const Vector& p, const Vector& g, std::size_t) { return p - rate * g; });
}

template <int Width>
void descendWithMomentum(float* parameters, const float* gradient, float* mean, const Momentum& by, std::size_t count)
{
    using S = Simd<Width>;
    using Vector = typename S::Vector;
    const Momentum m = by;
    inVectors<Width>(parameters, gradient, count, [&](const Vector& p, const Vector& g, std::size_t at) {
        const Vector now = m.momentum * S::load(mean + at) + g;
        S::store(mean + at, now);
        return p - m.rate * (m.ofMean * now + m.ofSlope * g);
    });
}

template <int Width>
void descendBySquares(float* parameters, const float* gradient, float* square, const Squares& by, std::size_t count)
{
    using S = Simd<Width>;
    using Vector = typename S::Vector;
    const Squares s = by;
    inVectors<Width>(parameters, gradient, count, [&](const Vector& p, const Vector& g, std::size_t at) {
        const Vector now = s.kept * S::load(square + at) + s.added * g * g;
        S::store(square + at, now);
        return p - s.rate * g / (S::root(now) + s.epsilon);
    });
}

template <int Width>
void descendWithMoments(float* parameters, const float* gradient, float* mean, float* square, const Moments& by,
                        std::size_t count)
{
    using S = Simd<Width>;
    using Vector = typename S::Vector;
    const Moments m = by;
    inVectors<Width>(parameters, gradient, count, [&](const Vector& p, const Vector& g, std::size_t at) {
        const Vector first = m.beta1 * S::load(mean + at) + m.new1 * g;
        const Vector second = m.beta2 * S::load(square + at) + m.new2 * g * g;
        S::store(mean + at, first);
        S::store(square + at, second);
        return m.kept * p - m.rate * first / (S::root(second) * m.scale + m.epsilon);
    });
}

template <int Width>
constexpr Kernels kernelsOf(std::string_view name)
{
    return {name,
            multiply<Width>,
            gather<Width>,
            transpose,
            sumRows<Width>,
            scale<Width>,
            dot<Width>,
            descend<Width>,
            descendWithMomentum<Width>,
            descendBySquares<Width>,
            descendWithMoments<Width>};
}

}  // namespace

}  // namespace actlab::nn::fused
