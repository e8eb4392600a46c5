#pragma once

#include <span>
#include <vector>

#include "core/analysis/point.hpp"

namespace actlab::analysis {

/// How a curve goes from knot to knot.
enum class SketchForm {
    Linear,         ///< straight: continuous
    MonotoneCubic,  ///< PCHIP (Fritsch and Butland, 1984): C¹, and nowhere does it rise and fall between two knots
    NaturalCubic    ///< the natural cubic spline: C²
};

/// value + t·(slope + t·(square + t·cube)) with t = x - from.
struct CubicPiece {
    double from = 0, value = 0, slope = 0, square = 0, cube = 0;
    double at(double x) const;
    double slopeAt(double x) const;
};

/// A curve through knots, which goes on straight beyond the first and the last of them.
struct Interpolant {
    std::vector<CubicPiece> pieces;  ///< one from each knot on; the last is the straight end
    CubicPiece before;               ///< the straight line left of the first knot
    double at(double x) const;
};

/// Through at least two knots with ascending x.
Interpolant interpolate(std::span<const Point> knots, SketchForm form);

}  // namespace actlab::analysis
