#pragma once

#include <string>

#include "core/activation/activation.hpp"
#include "core/analysis/smoothness.hpp"

namespace actlab::analysis {

/// What a person wants to know at a glance.
struct Facts {
    std::string continuity;   ///< "jump", "C0", "C1", "C2" or "smooth"
    double minimum, maximum;  ///< infimum and supremum; ±inf where it grows without bound
    double lipschitz;         ///< sup |f′|, inf where unbounded
    double initGain;          ///< 1/√E[f(z)²], z ~ N(0,1): keeps the variance from layer to layer
    bool monotonic;
};

/// False where the mean square of the values on N(0, 1) is 0 or beyond all numbers.
bool hasInitGain(const Facts& facts);

Facts describe(const activation::Activation& activation);
/// Where the smoothness over the whole line is known already.
Facts describe(const activation::Activation& activation, const Smoothness& everywhere);

/// The init gain alone: composite Gauss-Legendre over [-12, 12], split at the breakpoints.
double initGain(const activation::Activation& activation);

}  // namespace actlab::analysis
