#pragma once

#include <span>
#include <string>

#include "core/activation/activation.hpp"

namespace actlab::torch_room {

/// See nn::TorchRoom::torchScript; throws what LibTorch throws.
std::string torchScript(const std::string& name, const std::string& method,
                        std::span<const activation::Parameter> parameters);

}  // namespace actlab::torch_room
