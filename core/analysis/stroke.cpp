#include "core/analysis/stroke.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace actlab::analysis {

namespace {

constexpr std::size_t kBins = 200;
constexpr double kFarthest = 1e9;  // beyond it, numbers with few digits say nothing
constexpr double kNarrowestStroke = 1e-6;

std::optional<std::string> errorIn(std::span<const Point> points)
{
    if (points.size() < 2)
        return "Two points are needed at least.";
    for (const Point& p : points) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y))
            return "A point has a coordinate that is not a finite number.";
        if (std::abs(p.x) > kFarthest || std::abs(p.y) > kFarthest)
            return "A point is farther out than 1e9.";
    }
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    if (right.x - left.x < kNarrowestStroke)
        return "All points have the same x: a function has one value there. Draw from left to right.";
    return std::nullopt;
}

std::vector<Point> inOrder(std::span<const Point> points)
{
    std::vector<Point> sorted(points.begin(), points.end());
    std::ranges::stable_sort(sorted, {}, &Point::x);
    return sorted;
}

Point meanOf(std::span<const Point> points)
{
    Point sum;
    for (const Point& p : points)
        sum = {sum.x + p.x, sum.y + p.y};
    const auto count = static_cast<double>(points.size());
    return {sum.x / count, sum.y / count};
}

/// One mean for each bin of equal width that has points; `sorted` ascends in x.
std::vector<Point> binned(std::span<const Point> sorted)
{
    const double low = sorted.front().x, width = (sorted.back().x - low) / kBins;
    const auto binOf = [&](const Point& p) { return std::min(std::floor((p.x - low) / width), kBins - 1.0); };
    std::vector<Point> means;
    for (std::size_t begin = 0; begin < sorted.size();) {
        std::size_t end = begin + 1;
        while (end < sorted.size() && binOf(sorted[end]) == binOf(sorted[begin]))
            ++end;
        means.push_back(meanOf(sorted.subspan(begin, end - begin)));
        begin = end;
    }
    return means;
}

}  // namespace

double Stroke::height() const
{
    const auto [lowest, highest] = std::ranges::minmax(points, {}, &Point::y);
    const double height = highest.y - lowest.y, size = std::max(std::abs(highest.y), std::abs(lowest.y));
    if (height > 1e-9 * size)
        return height;
    return size > 0 ? size : 1;
}

double Stroke::tremble() const
{
    constexpr std::size_t kLeast = 40;  // fewer are too far apart to tell trembling from bending
    // What a point is off the line through its neighbours has 1.5 times the variance of one point. The median
    // is not disturbed by the few places where the curve really bends.
    std::vector<double> off;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const Point &left = points[i - 1], &middle = points[i], &right = points[i + 1];
        const double part = (middle.x - left.x) / (right.x - left.x);
        off.push_back(std::abs(middle.y - left.y - part * (right.y - left.y)));
    }
    if (off.size() < kLeast)
        return 0;
    std::ranges::nth_element(off, off.begin() + static_cast<std::ptrdiff_t>(off.size() / 2));
    return off[off.size() / 2] / (0.6745 * std::sqrt(1.5));
}

FromPoints<Stroke> clickedPoints(std::span<const Point> points)
{
    if (const auto error = errorIn(points))
        return tl::unexpected(*error);
    std::vector<Point> sorted = inOrder(points);
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    const double least = kNarrowestStroke * (sorted.back().x - sorted.front().x);
    for (std::size_t i = 0; i + 1 < sorted.size(); ++i)
        if (sorted[i + 1].x - sorted[i].x < least)
            return tl::unexpected<std::string>("Two points have the same x: a function has one value there.");
    return Stroke{std::move(sorted)};
}

FromPoints<Stroke> strokeOf(std::span<const Point> points)
{
    if (const auto error = errorIn(points))
        return tl::unexpected(*error);
    return Stroke{binned(inOrder(points))};
}

}  // namespace actlab::analysis
