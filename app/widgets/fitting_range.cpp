#include "app/widgets/curve_plot.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace actlab::widgets {

namespace {

struct Height {
    double y, width;  ///< what of x the curve spends there: points crowd about poles and corners
};

/// Of what is finite, from the lowest to the highest.
std::vector<Height> heightsOf(const analysis::Curve& curve)
{
    std::vector<Height> heights;
    for (std::size_t i = 0; i < curve.y.size(); ++i)
        if (std::isfinite(curve.y[i]))
            heights.push_back(
                {curve.y[i], curve.x[std::min(i + 1, curve.x.size() - 1)] - curve.x[i > 0 ? i - 1 : 0]});
    std::ranges::sort(heights, {}, &Height::y);
    return heights;
}

/// The height that the curve stays under for this share of its way.
double heightAt(double share, const std::vector<Height>& heights)
{
    double all = 0, below = 0;
    for (const Height& height : heights)
        all += height.width;
    for (const Height& height : heights)
        if ((below += height.width) >= share * all)
            return height.y;
    return heights.back().y;
}

struct Span {
    analysis::Interval y;
    bool isCut = false;  ///< a pole reaches out of it
};

/// All of it, unless a few values (a pole) reach far beyond where the many lie: then the middle of these, and as much
/// again on either side.
Span spanOf(const std::vector<Height>& heights)
{
    constexpr double kTail = 0.02, kFar = 6, kOutside = 0.1;
    const auto within = [&](double tail) {
        return analysis::Interval{heightAt(tail, heights), heightAt(1 - tail, heights)};
    };
    const analysis::Interval all{heights.front().y, heights.back().y}, most = within(kTail);
    if (most.width() <= 0 || all.width() <= kFar * most.width())
        return {all};
    const analysis::Interval middle = within(kOutside);
    return {{std::max(all.low, middle.low - middle.width()), std::min(all.high, middle.high + middle.width())}, true};
}

/// Of all that is drawn, each curve by itself: what is far for one may be where another is.
std::vector<Span> visibleSpans(const std::vector<PlottedCurve>& curves)
{
    std::vector<Span> spans;
    for (const auto& curve : curves)
        for (std::size_t order = 0; order < std::min(curve.set.orders.size(), curve.visible.size()); ++order)
            if (const auto heights = heightsOf(curve.set.orders[order]); curve.visible[order] && !heights.empty())
                spans.push_back(spanOf(heights));
    return spans;
}

/// Of curves with poles, one that is much steeper than another (as f″ is beside f) must not flatten it.
std::optional<analysis::Interval> wholeOf(const std::vector<Span>& spans)
{
    constexpr double kSteeper = 3;
    double least = std::numeric_limits<double>::infinity();
    for (const Span& span : spans)
        least = span.isCut ? std::min(least, span.y.width()) : least;
    std::optional<analysis::Interval> whole;
    for (const Span& span : spans) {
        if (span.isCut && span.y.width() > kSteeper * least)
            continue;
        whole =
            whole ? analysis::Interval{std::min(whole->low, span.y.low), std::max(whole->high, span.y.high)} : span.y;
    }
    return whole;
}

}  // namespace

analysis::Interval fittingRange(const std::vector<PlottedCurve>& curves)
{
    constexpr double kMargin = 0.08, kLeastWidth = 1e-6, kLargest = 1e11;
    const auto span = wholeOf(visibleSpans(curves));
    if (!span)
        return {-1, 1};
    const double low = std::max(span->low, -kLargest), high = std::min(span->high, kLargest);
    const double size = std::max({std::abs(low), std::abs(high), 1.0});
    const double margin = high - low > kLeastWidth * size ? kMargin * (high - low) : 0.5 * size;
    return {low - margin, high + margin};
}

}  // namespace actlab::widgets
