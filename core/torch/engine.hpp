#pragma once

#include <memory>
#include <vector>

#include "core/nn/engine.hpp"

namespace actlab::torch_room {

/// Trains a dense network by LibTorch's operations and autograd, its activations by their own kernels. The data
/// of the problem must outlive it. Throws std::runtime_error, as do its functions, with one line of text.
std::unique_ptr<nn::Engine> makeEngine(const nn::Problem& problem, std::vector<float> parameters);

}  // namespace actlab::torch_room
