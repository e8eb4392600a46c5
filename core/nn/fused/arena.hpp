#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

#include "core/nn/fused/kernels.hpp"

namespace actlab::nn::fused {

/// Hands out arrays of floats, each on a cache line of its own, all 0. They live as long as the arena. Large ones
/// cost nothing until they are used: whoever waits for a network of gigabytes can still change their mind.
class Arena {
public:
    float* take(std::size_t count)
    {
        // one line more, and arrays of equal power-of-two sizes do not lie a multiple of 4 KiB apart, where a
        // processor takes a read of one for a read of what was just written to the other
        const std::size_t lines = paddedToLanes(count) / kLanes + 1 + m_arrays.size() % 7;
        std::size_t bytes = (lines + 1) * kLine;
        void* memory = std::calloc(bytes, 1);
        if (!memory)
            throw std::bad_alloc();
        m_arrays.emplace_back(memory);
        return static_cast<float*>(std::align(kLine, lines * kLine, memory, bytes));
    }

private:
    static constexpr std::size_t kLine = kLanes * sizeof(float);
    struct Free {
        void operator()(void* memory) const { std::free(memory); }
    };
    std::vector<std::unique_ptr<void, Free>> m_arrays;
};

}  // namespace actlab::nn::fused
