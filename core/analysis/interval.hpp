#pragma once

#include <limits>

namespace actlab::analysis {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Interval {
    double low = -6;
    double high = 6;
    double width() const { return high - low; }
    bool operator==(const Interval&) const = default;
};

}  // namespace actlab::analysis
