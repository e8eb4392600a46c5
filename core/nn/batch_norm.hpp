#pragma once

#include <cstddef>
#include <span>

#include "core/nn/engine.hpp"

namespace actlab::nn {

// Batch normalisation as PyTorch's BatchNorm1d has it: in training by the mean and the biased variance of the batch,
// which the running ones follow, the variance as the unbiased one; everywhere else by the running ones. A batch of
// one row has no variance: it is normalised by the running ones, and so is what a frozen layer computes.

/// Beside the variance under the root.
inline constexpr double kNormEpsilon = 1e-5;
/// How far a step takes the running numbers to those of its batch.
inline constexpr double kNormMomentum = 0.1;

/// What a unit makes of W x by its running numbers: (W x − mean) · factor + bias.
struct UnitNorm {
    double mean = 0, factor = 1;
};
/// Of a layer without batch normalisation, what changes nothing; `parameters` by the layout that `layer` is of.
UnitNorm runningNorm(const Layout::Dense& layer, std::span<const float> parameters, std::size_t unit);

}  // namespace actlab::nn
