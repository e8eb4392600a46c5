#pragma once

#include <vector>

#include "core/activation/activation.hpp"

namespace actlab::analysis {

/// Expectations of an activation over normally distributed inputs, exact to about ten digits: composite
/// Gauss-Legendre over twelve standard deviations, split wherever f or the gradient used breaks.
class GaussianMoments {
public:
    explicit GaussianMoments(const activation::Activation& activation);

    struct Moments {
        double mean = 0, square = 0, slopeSquare = 0;  ///< E[f(h)], E[f(h)²], E[f′(h)²] with the gradient used
        double dead = 0, saturated = 0;                ///< P(f′(h) = 0), P(|f′(h)| < 0.01)
    };
    /// h ~ N(0, variance).
    Moments at(double variance) const;

private:
    const activation::Activation& m_activation;
    std::vector<double> m_breaks;
};

}  // namespace actlab::analysis
