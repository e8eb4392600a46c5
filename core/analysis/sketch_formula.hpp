#pragma once

#include <span>

#include "core/activation/activation.hpp"
#include "core/analysis/interpolant.hpp"

namespace actlab::analysis {

/// The curve through these knots as a formula that people can read: a piece from each knot to the next, written
/// around the knot where it begins, so that pieces meet to the last digits.
activation::Definition definitionThrough(std::span<const Point> knots, SketchForm form);

/// The straight lines between these knots with the values as learnable parameters y0, y1, …
activation::Definition learnableThrough(std::span<const Point> knots);

/// `value` with the fewest decimal digits that are not off by more than `allowed`.
double shortened(double value, double allowed);

}  // namespace actlab::analysis
