#pragma once

#include <string>

#include <tl/expected.hpp>

namespace actlab::analysis {

/// A point of the plane in the units of the plot.
struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

/// What came out of points, or the sentence that says what is wrong with them.
template <class T>
using FromPoints = tl::expected<T, std::string>;

}  // namespace actlab::analysis
