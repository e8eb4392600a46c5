#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"
#include "core/analysis/point.hpp"

namespace actlab::analysis {

/// A distance below this is that of a copy in disguise.
inline constexpr double kCopy = 1e-9;

/// A member a·f(b·x + c) + d·x + e of the family of one catalogue function f.
struct FamilyMember {
    activation::ActivationPtr row;  ///< f, at its defaults
    double a = 1, b = 1, c = 0, d = 0, e = 0;
    /// From the points to the member, root mean square and greatest, as parts of the height of the points.
    double distance = 0, greatestDistance = 0;
    std::string formula;  ///< "1.2*gelu(0.8*x - 0.3) + 0.1*x - 0.5", without what changes nothing
};

struct NearestSettings {
    std::size_t most = 8;    ///< so many members are listed
    std::stop_token stop{};  ///< when asked to stop, what was found until then is the result
    /// Where there is such a number, all copies are listed and so many others, and only the families that come
    /// nearest on a coarse grid are fitted: a twentieth of the time.
    std::optional<std::size_t> others{};
};

/// The nearest member of every family of the catalogue, nearest first; of those equally near the one with the
/// simplest formula first. Numbers have as many digits as the distance deserves. Members whose f is as good as a
/// straight line over the points are left out. An error says what is wrong with the points.
FromPoints<std::vector<FamilyMember>> nearestMembers(std::span<const Point> points,
                                                     const NearestSettings& settings = {});

/// The same for an activation on an interval. A copy in disguise has a distance below kCopy.
FromPoints<std::vector<FamilyMember>> nearestMembers(const activation::Activation& activation, Interval interval,
                                                     const NearestSettings& settings = {});

}  // namespace actlab::analysis
