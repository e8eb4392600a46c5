#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/activation/activation.hpp"

namespace actlab::analysis {

/// A gradient compared with another one at many places.
struct GradientCheck {
    bool passed = false;
    double worstError = 0;   ///< the greatest |gradient - other|; ∞ where only one of them is finite
    double worstAt = 0;      ///< where that is
    std::size_t points = 0;  ///< places compared: those where the function and the other gradient are finite
};

/// The gradient used in training against central differences in float64, by the rule of torch.autograd.gradcheck
/// (eps 1e-6, atol 1e-5, rtol 1e-3), away from kinks. An author's own gradient fails it where it is meant to differ.
GradientCheck checkGradient(const activation::Activation& activation);
/// The same for the true derivative, whatever the author wrote.
GradientCheck checkTrueDerivative(const activation::Activation& activation);

/// The places where both look, none of them at a kink.
std::vector<double> gradientPlaces(const activation::Activation& activation);
/// By the same rule, the true derivative against one that somebody else took at these places (autograd).
GradientCheck compareDerivative(const activation::Activation& activation, std::span<const double> x,
                                std::span<const double> other);

}  // namespace actlab::analysis
