#pragma once

#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"

namespace actlab::analysis {

/// The first thing that does not meet: the value, the slope, the curvature, the third derivative. Where only two
/// derivatives are looked at there is no C2: it is Smooth then.
enum class Join { Jump, Kink, C1, C2, Smooth };

/// A place where the formula changes its mind: a boundary between pieces, a corner of abs, max, clamp …
struct Breakpoint {
    double x = 0;
    Join join = Join::Smooth;
    double left = 0, right = 0, at = 0;                 ///< limits of f and its value
    double leftSlope = 0, rightSlope = 0, slopeAt = 0;  ///< limits of f′ and the gradient used
    double leftCurvature = 0, rightCurvature = 0;       ///< limits of f″; NaN where it cannot be had
};

struct Breakpoints {
    std::vector<Breakpoint> points;  ///< ascending in x, inside the interval; C1 joins included, smooth ones left out
    bool complete = true;            ///< false where there were more than can be listed
    std::vector<double> seams = {};  ///< where the sides differ by so little that it was taken for nothing
};

/// Finds them from the formula itself: the roots of what its conditions compare, to the last digits.
Breakpoints findBreakpoints(const activation::Activation& activation, Interval interval);

}  // namespace actlab::analysis
