#pragma once

#include <cstddef>

namespace actlab::nn {

// What validate() lets a spec ask for at most.
inline constexpr std::size_t kMostLayers = 16;
inline constexpr std::size_t kWidestLayer = 1024;
inline constexpr std::size_t kMostThreads = 256;
inline constexpr std::size_t kMostEpochs = 1'000'000;

}  // namespace actlab::nn
