#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/activation_timing.hpp"

namespace actlab::torch_room {

/// See nn::TorchRoom::timeActivation. x goes evenly from -4.01 to 4. What is composed is lowered plainly where that
/// gives the same gradient. PyTorch's own function is left out where it differs by more than a thousandth.
std::vector<analysis::ActivationTiming> timeActivation(const activation::ActivationPtr& activation,
                                                       std::span<const std::size_t> sizes, int threads,
                                                       const std::stop_token& stop = {});

}  // namespace actlab::torch_room
