#pragma once

#include <cstddef>
#include <vector>

namespace actlab::nn {

/// Inputs at even distances from −reach to reach: `side` of them for one feature, and for two a square of side ×
/// side, row-major from (−reach, −reach). None for more features.
std::vector<float> evenPlaces(std::size_t features, std::size_t side, double reach);

}  // namespace actlab::nn
