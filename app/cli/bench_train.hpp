#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/nn/spec.hpp"

namespace actlab::cli {

/// A dense network and how it is trained: inputs, hidden widths, outputs.
struct EngineBench {
    std::vector<std::size_t> net;
    std::size_t batch = 10;
    activation::ActivationPtr activation;
    nn::Optimizer optimizer = nn::Optimizer::Adam;
};

struct Speed {
    double median = 0, least = 0, greatest = 0;
};

/// Steps a second; the Torch engine's where its library is there.
struct EngineSpeeds {
    Speed fused;
    std::optional<Speed> torch;
    std::optional<Speed> ratio;  ///< fused / torch, round by round
};

/// Both engines take turns in rounds on the same network, data and batches, by mean squared error.
EngineSpeeds measureEngines(const EngineBench& bench);

}  // namespace actlab::cli
