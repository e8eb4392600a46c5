#pragma once

#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"

namespace actlab::analysis {

enum class Parity { Neither, Even, Odd };

/// What a function is like, beyond the Facts.
struct Character {
    double limitLeft = 0, limitRight = 0;  ///< as x → ∓∞; NaN where there is none or it is not defined so far out
    Parity parity = Parity::Neither;
    double mean = 0;                           ///< E[f(z)], z ~ N(0, 1)
    bool isZeroMean = false;                   ///< |mean| is less than a thousandth of the root mean square, and of 1
    double slopeSquare = 0;                    ///< E[f′(z)²]
    double saturatedShare = 0, deadShare = 0;  ///< P(|f′(z)| < 0.01), P(f′(z) = 0)
    std::vector<Interval> saturated;           ///< where |f′| < 0.01; ends may be infinite
    std::vector<Interval> dead;                ///< where f′ = 0
    std::vector<double> fixedPoints;           ///< f(x) = x, isolated ones, ascending, within ±100
    bool hasMoreFixedPoints = false;           ///< more than are listed, or it oscillates and there may be
    bool isIdentitySomewhere = false;          ///< f(x) = x over a whole stretch: none of that is listed
};

Character characterOf(const activation::Activation& activation);

}  // namespace actlab::analysis
