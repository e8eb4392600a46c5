#pragma once

#include <cstddef>

#include "core/nn/spec.hpp"

namespace actlab::nn {

/// What the learning rate is multiplied by during `epoch`, from 0, of a run of `epochs`:
/// - Constant: 1;
/// - Step: 1, 0.1 and 0.01 in the three thirds of the run, as torch's StepLR with its usual gamma;
/// - Cosine: half a cosine wave down, (1 + cos(π · epoch / epochs)) / 2, as torch's CosineAnnealingLR to 0, which the
///   last epoch comes near but does not reach.
double rateFactor(Schedule schedule, std::size_t epoch, std::size_t epochs);

}  // namespace actlab::nn
