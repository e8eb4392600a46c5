#pragma once

#include <vector>

#include "core/analysis/breakpoints.hpp"

namespace actlab::analysis {

/// A polyline; NaN in y is a gap. x ascends.
struct Curve {
    std::vector<double> x, y;
};

/// A place where the gradient used jumps: its limits and its value.
struct SlopeBreak {
    double x = 0, left = 0, right = 0, at = 0;
};

/// f, f′ and f″ of one activation over one interval.
struct CurveSet {
    std::vector<Curve> orders;  ///< [0] f, [1] the gradient used, [2] its derivative
    Breakpoints breakpoints;
    std::vector<SlopeBreak> slopeBreaks;
    // Of an activation with a gradient of its own:
    Curve trueSlope;                ///< f′, for comparison
    std::vector<Interval> differs;  ///< where the gradient used is not f′; ends may be infinite
};

/// About `samples` points an order, plus both sides of every breakpoint: jumps become gaps and corners
/// stay corners however far one zooms in. `order` is the highest derivative wanted, 0 to 2.
CurveSet sampleCurves(const activation::Activation& activation, Interval interval, int samples, int order);

}  // namespace actlab::analysis
