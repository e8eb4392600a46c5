#pragma once

#include <span>
#include <vector>

#include "core/nn/learned.hpp"
#include "core/nn/mark.hpp"

namespace actlab::nn {

/// What is different where a layer gets the second activation in place of the first, which has `learned` these
/// values: another function, another formula, or other parameters. Empty where the two compute the same.
std::vector<Mark> activationMarks(const activation::Activation& before, const activation::Activation& after,
                                  std::span<const LayerLearned> learned);

}  // namespace actlab::nn
