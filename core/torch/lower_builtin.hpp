#pragma once

#include <span>

#include <ATen/core/Tensor.h>

#include "core/expr/builtins.hpp"

namespace actlab::torch_room {

/// One function of the built-in table by ATen operations, with the derivatives of the table and safe on both
/// sides of its own seams. min, max, clamp and pow are not asked for here: their arguments are lowered with care
/// for the branch that is not selected (lower.cpp).
at::Tensor applyBuiltin(expr::BuiltinId id, std::span<const at::Tensor> args);

}  // namespace actlab::torch_room
