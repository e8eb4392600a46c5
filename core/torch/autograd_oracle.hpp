#pragma once

#include <span>
#include <vector>

#include "core/activation/activation.hpp"

namespace actlab::torch_room {

/// f and f′ at each x in float64: the formula lowered to ATen operations, and autograd. An author's own gradient
/// does not enter: this is the true derivative.
std::vector<std::vector<double>> evaluateByAutograd(const activation::Activation& activation,
                                                    std::span<const double> x);

}  // namespace actlab::torch_room
