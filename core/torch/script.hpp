#pragma once

#include <span>
#include <string>

#include "core/data/script_module.hpp"

namespace actlab::torch_room {

// See nn::TorchRoom; both throw what LibTorch throws.
std::string torchScript(const data::ScriptModule& module);
std::string stateDict(std::span<const data::NamedTensor> tensors);

}  // namespace actlab::torch_room
