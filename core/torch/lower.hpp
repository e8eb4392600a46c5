#pragma once

#include <functional>
#include <map>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/expr/ast.hpp"

// Not actlab::torch: that would hide ::torch.
namespace actlab::torch_room {

/// Values of the parameters by name: tensors without dimensions, which may require gradients.
using ParameterTensors = std::map<std::string, at::Tensor, std::less<>>;

/// The expression at each element of x by ATen operations, in the shape and dtype of x; autograd may
/// differentiate it twice. A piece computes with elements of x that select it and no others, so a piece that is
/// not selected poisons neither value nor gradient. Throws std::runtime_error where a parameter has no value or
/// the formula would take more than kMostOperations.
at::Tensor lower(const expr::Expr& e, const at::Tensor& x, const ParameterTensors& parameters);

/// The same as a person would write it in PyTorch: every piece computes with all of x, and torch.where chooses.
/// Faster, but a piece that is not selected may poison the gradient.
at::Tensor lowerPlainly(const expr::Expr& e, const at::Tensor& x, const ParameterTensors& parameters);

inline constexpr std::size_t kMostOperations = 100'000;

}  // namespace actlab::torch_room
