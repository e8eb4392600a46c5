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
    double middle() const { return (x.front() + x.back()) / 2; }  ///< x ascends
    double half() const { return (x.back() - x.front()) / 2; }
};

/// From the points to a member, as parts of the height; infinite where the member is not finite.
struct MemberDistance {
    double mean = 0, greatest = 0;  ///< the mean: root of the mean square
};
MemberDistance distanceOf(const activation::Activation& f, const Coefficients& member, const FitPoints& points);

/// Whether a member shows enough of f, neither so narrow a stretch that any f is a straight line or a parabola, nor
/// so wide or far a one that only its tails are left. β and γ place it: f is read at β·ξ + γ, with ξ from -1 at the
/// first point to 1 at the last.
bool showsEnough(double beta, double gamma);

/// The coefficients that are not in `fixed` moved to where the member is nearest, from where they are, by
/// Levenberg and Marquardt; unmoved where that leads to a member that shows too little of f.
Coefficients refitted(const activation::Activation& f, Coefficients start, const std::array<bool, 5>& fixed,
                      const FitPoints& points);

}  // namespace actlab::analysis
