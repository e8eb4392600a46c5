#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/point.hpp"

namespace actlab::analysis {

/// a, b, c, d, e of a·f(b·x + c) + d·x + e.
using Coefficients = std::array<double, 5>;
enum Coefficient : std::size_t { kA, kB, kC, kD, kE };

/// What a member is measured by: x, y and the unit of its distance, the height of the points.
struct FitPoints {
    std::vector<double> x, y;
    double height = 1;
};

/// From the points to a member, as parts of the height; infinite where the member is not finite.
struct MemberDistance {
    double mean = 0, greatest = 0;  ///< the mean: root of the mean square
};
MemberDistance distanceOf(const activation::Activation& f, const Coefficients& member, const FitPoints& points);

/// The coefficients that are not in `fixed` moved to where the member is nearest, from where they are, by
/// Levenberg and Marquardt.
Coefficients refitted(const activation::Activation& f, Coefficients start, const std::array<bool, 5>& fixed,
                      const FitPoints& points);

}  // namespace actlab::analysis
