#pragma once

#include <cstddef>
#include <vector>

#include "core/analysis/interpolant.hpp"
#include "core/analysis/stroke.hpp"

namespace actlab::analysis {

/// The fewest knots, by inserting, moving and dropping, with which the curve comes as near to the stroke as
/// `tolerance` (root mean square, as a part of its height) wants; at most `most`, then as near as they come.
/// The first and the last stand at the ends of the stroke. Least squares by Levenberg and Marquardt.
std::vector<Point> fitKnots(const Stroke& stroke, SketchForm form, double tolerance, std::size_t most);

}  // namespace actlab::analysis
