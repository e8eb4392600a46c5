#pragma once

#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"

namespace actlab::analysis {

enum class Join { Jump, Kink, C1, Smooth };  ///< C1: value and slope meet, curvature does not

/// A place where the formula changes its mind: a boundary between pieces, a corner of abs, max, clamp …
struct Breakpoint {
    double x = 0;
    Join join = Join::Smooth;
    double left = 0, right = 0, at = 0;                 ///< limits of f and its value
    double leftSlope = 0, rightSlope = 0, slopeAt = 0;  ///< limits of f′ and the gradient used
};

struct Breakpoints {
    std::vector<Breakpoint> points;  ///< ascending in x, inside the interval; C1 joins included, smooth ones left out
    bool complete = true;            ///< false where there were more than can be listed
};

/// Finds them from the formula itself: the roots of what its conditions compare, to the last digits.
Breakpoints findBreakpoints(const activation::Activation& activation, Interval interval);

}  // namespace actlab::analysis
