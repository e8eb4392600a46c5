#pragma once

#include <algorithm>
#include <cstddef>

#include "core/kernel/step.hpp"

namespace actlab::kernel {

/// Elements that go through the whole plan before the next ones: the few registers of most plans then stay near.
inline constexpr std::size_t kBlock = 1'024;
/// Plans with very many registers take smaller blocks, so that all of them fit here.
inline constexpr std::size_t kMemory = 512 * 1'024;
inline constexpr std::size_t kSmallestBlock = 64;

/// A multiple of the padding.
inline std::size_t blockFor(std::size_t elements, std::size_t bytesPerElement)
{
    const std::size_t fitting = kMemory / std::max<std::size_t>(bytesPerElement, 1) / kStepPadding * kStepPadding;
    const std::size_t padded = (elements + kStepPadding - 1) / kStepPadding * kStepPadding;
    return std::min(padded, std::clamp(fitting, kSmallestBlock, kBlock));
}

/// Fetches elements [begin, end) ahead of their use: the processor itself looks ahead to the end of a page only,
/// which is the end of a block of floats.
template <class T>
void askFor(const T* elements, std::size_t begin, std::size_t end)
{
    constexpr std::size_t kLine = 64 / sizeof(T);
    for (std::size_t i = begin; i < end; i += kLine)
        __builtin_prefetch(elements + i);
}

}  // namespace actlab::kernel
