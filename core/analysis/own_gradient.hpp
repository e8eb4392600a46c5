#pragma once

#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"

namespace actlab::analysis {

/// Where the gradient used is not the true derivative, over the whole line: open intervals in ascending order, the
/// outer ones reaching to infinity. Empty where the activation has no gradient of its own or one that is the true
/// one.
std::vector<Interval> whereGradientDiffers(const activation::Activation& activation);

}  // namespace actlab::analysis
