#pragma once

#include <cstddef>
#include <vector>

#include "core/analysis/interpolant.hpp"
#include "core/analysis/point.hpp"

namespace actlab::models {

/// Points in the order in which the hand was there.
using SketchLine = std::vector<analysis::Point>;

/// What a hand has put over the plot, in the units of the plot: lines drawn freely, or points that were clicked.
struct SketchDrawing {
    enum class Hand { Stroke, Points };

    Hand hand = Hand::Stroke;
    std::vector<SketchLine> lines;  ///< of Hand::Stroke
    SketchLine points;              ///< of Hand::Points
    bool operator==(const SketchDrawing&) const = default;

    bool isEmpty() const { return lines.empty() && points.empty(); }
    SketchLine samples() const;  ///< all points there are
};

/// A new stroke takes the place of what it passes over: so a part of a curve is corrected. Of a very long one,
/// some thousand samples are kept.
SketchDrawing withStroke(SketchDrawing drawing, SketchLine stroke);

/// Points that go on as a stroke: the curve through them, so that a part can be drawn anew. Empty where there is no
/// curve through them.
SketchDrawing asStroke(const SketchDrawing& drawing, analysis::SketchForm form);

}  // namespace actlab::models
