#pragma once

#include <span>
#include <vector>

#include "core/analysis/point.hpp"

namespace actlab::analysis {

/// Points that a function can go through: at least two, ascending in x.
struct Stroke {
    std::vector<Point> points;
    double width() const { return points.back().x - points.front().x; }
    double height() const;   ///< of the drawing; of a level one, how far it is from zero, and 1 at zero
    double tremble() const;  ///< standard deviation of what changes from point to point
};

/// The points in order. Those that stand one above the other are an error where they differ.
FromPoints<Stroke> clickedPoints(std::span<const Point> points);

/// The samples of a hand in order; where it went to and fro, or stayed long, their mean.
FromPoints<Stroke> strokeOf(std::span<const Point> points);

}  // namespace actlab::analysis
