#pragma once

#include <cstddef>
#include <vector>

#include "core/nn/fused/kernels.hpp"

namespace actlab::nn::fused {

/// Hands out arrays of floats, each on a cache line of its own, all 0. They live as long as the arena.
class Arena {
public:
    float* take(std::size_t count)
    {
        // one line more, and arrays of equal power-of-two sizes do not lie a multiple of 4 KiB apart, where a
        // processor takes a read of one for a read of what was just written to the other
        return m_arrays.emplace_back(paddedToLanes(count) / kLanes + 1 + m_arrays.size() % 7).front().values;
    }

private:
    struct alignas(64) Line {
        float values[kLanes] = {};
    };
    std::vector<std::vector<Line>> m_arrays;
};

}  // namespace actlab::nn::fused
