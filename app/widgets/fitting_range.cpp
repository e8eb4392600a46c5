#include "app/widgets/curve_plot.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

std::vector<double> visibleValues(const std::vector<PlottedCurve>& curves)
{
    std::vector<double> values;
    for (const auto& curve : curves)
        for (std::size_t order = 0; order < std::min(curve.set.orders.size(), curve.visible.size()); ++order)
            if (curve.visible[order])
                std::copy_if(curve.set.orders[order].y.begin(), curve.set.orders[order].y.end(),
                             std::back_inserter(values), [](double y) { return std::isfinite(y); });
    std::sort(values.begin(), values.end());
    return values;
}

/// All of it, unless a few values (a pole) reach far beyond where the many lie.
analysis::Interval spanOf(const std::vector<double>& sorted)
{
    constexpr double kTail = 0.02, kFar = 6;
    const auto at = [&](double share) { return sorted[static_cast<std::size_t>(share * (sorted.size() - 1.0))]; };
    const analysis::Interval all{sorted.front(), sorted.back()};
    const analysis::Interval most{at(kTail), at(1 - kTail)};
    const bool tailsAreFar = most.width() > 0 && all.width() > kFar * most.width();
    return tailsAreFar ? most : all;
}

}  // namespace

analysis::Interval fittingRange(const std::vector<PlottedCurve>& curves)
{
    constexpr double kMargin = 0.08, kLeastWidth = 1e-6, kLargest = 1e11;
    const std::vector<double> values = visibleValues(curves);
    if (values.empty())
        return {-1, 1};
    const analysis::Interval span = spanOf(values);
    const double low = std::max(span.low, -kLargest), high = std::min(span.high, kLargest);
    const double size = std::max({std::abs(low), std::abs(high), 1.0});
    const double margin = high - low > kLeastWidth * size ? kMargin * (high - low) : 0.5 * size;
    return {low - margin, high + margin};
}

}  // namespace actlab::widgets
