#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/interpolant.hpp"
#include "core/analysis/point.hpp"

namespace actlab::analysis {

struct SketchSettings {
    SketchForm form = SketchForm::Linear;
    /// The points are the knots, as where a person clicked them. Otherwise they are the samples of a hand's
    /// stroke, in any order, and the knots are chosen.
    bool pointsAreKnots = false;
    /// How far the curve may be from a stroke (root mean square), as a part of the drawn height. A stroke that
    /// trembles more than that is followed only as far as it does not tremble.
    double tolerance = 0.015;
    std::size_t mostKnots = 12;  ///< chosen for a stroke
    /// The values at the knots become the learnable parameters y0, y1, … ; only for the linear form and at most
    /// 16 knots.
    bool learnableValues = false;
};

struct Sketch {
    std::vector<Point> knots;  ///< ascending in x, rounded to the digits that the formula shows
    /// Formula and parameters, ready for makeActivation; without a name.
    activation::Definition definition;
    /// From the points to the curve, root mean square and greatest, as parts of the drawn height.
    double distance = 0, greatestDistance = 0;
};

/// The most clicked points that make a formula of this form.
std::size_t mostKnotsOf(SketchForm form);

/// Makes a function with few knots of points; beyond the drawn range it goes on straight. An error says what is
/// wrong with the points: fewer than two, not finite, one above the other, too many.
FromPoints<Sketch> sketch(std::span<const Point> points, const SketchSettings& settings = {});

}  // namespace actlab::analysis
