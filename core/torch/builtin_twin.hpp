#pragma once

#include <functional>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/activation/activation.hpp"

namespace actlab::torch_room {

/// Of x, and of a tensor for each learnable parameter in the order of Activation::parameters().
using TensorFunction = std::function<at::Tensor(const at::Tensor& x, const std::vector<at::Tensor>& learned)>;

/// PyTorch's own function of the activation's name in the catalogue, at the activation's parameters. Empty where
/// there is none; whether the two agree is not looked at: a name proves nothing.
TensorFunction builtinTwin(const activation::Activation& activation);

}  // namespace actlab::torch_room
