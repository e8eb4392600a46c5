#include "app/widgets/curve_reading.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::widgets {

namespace {

const analysis::Breakpoint* nearest(const std::vector<analysis::Breakpoint>& points, double x)
{
    const auto closer = [x](const auto& a, const auto& b) { return std::abs(a.x - x) < std::abs(b.x - x); };
    const auto found = std::min_element(points.begin(), points.end(), closer);
    return found == points.end() ? nullptr : &*found;
}

}  // namespace

double interpolate(const analysis::Curve& curve, double x)
{
    const auto right = std::lower_bound(curve.x.begin(), curve.x.end(), x);
    if (right == curve.x.end())
        return std::numeric_limits<double>::quiet_NaN();
    const auto i = static_cast<std::size_t>(right - curve.x.begin());
    if (*right == x)
        return curve.y[i];
    if (i == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const double share = (x - curve.x[i - 1]) / (curve.x[i] - curve.x[i - 1]);
    return std::lerp(curve.y[i - 1], curve.y[i], share);
}

Reading readCurve(const analysis::CurveSet& curves, double x, double snap)
{
    const auto* point = nearest(curves.breakpoints.points, x);
    if (point != nullptr && point->join != analysis::Join::Smooth && std::abs(point->x - x) <= snap)
        return {.x = point->x, .f = point->at, .slope = point->slopeAt, .breakpoint = *point};
    constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
    const double f = curves.orders.empty() ? kNothing : interpolate(curves.orders[0], x);
    const double slope = curves.orders.size() < 2 ? kNothing : interpolate(curves.orders[1], x);
    return {.x = x, .f = f, .slope = slope, .breakpoint = std::nullopt};
}

}  // namespace actlab::widgets
