#pragma once

#include "app/widgets/curve_plot.hpp"

namespace actlab::widgets {

/// What the cursor reads off one curve.
struct Reading {
    double x = 0;
    double f = 0, slope = 0;                         ///< NaN where the curve has a gap
    std::optional<analysis::Breakpoint> breakpoint;  ///< the cursor stands on it
};

/// Reads the polylines at x; within `snap` of a breakpoint it reads the breakpoint itself.
Reading readCurve(const analysis::CurveSet& curves, double x, double snap);

/// y of the polyline at x, by the straight line between its points; NaN outside and in gaps.
double interpolate(const analysis::Curve& curve, double x);

}  // namespace actlab::widgets
