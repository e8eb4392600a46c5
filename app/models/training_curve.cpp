#include "app/models/training_curve.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <utility>

namespace actlab::models {

void TrainingCurve::append(double x, double value)
{
    m_points.push_back({x, value});
    if (!std::isfinite(value))
        m_wild.push_back({x, value});
    const std::size_t last = m_points.size() - 1;
    Extremes right{last, last};
    // A run of 2^(level+1) points is complete when the count is a multiple of it.
    for (std::size_t level = 0; m_points.size() % (std::size_t{2} << level) == 0; ++level) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        const std::size_t half = std::size_t{1} << level;
        right = join(extremesOf(m_points.size() - 2 * half, half), right);
        m_levels[level].push_back(right);
    }
}

void TrainingCurve::clear()
{
    m_points.clear();
    m_wild.clear();
    m_levels.clear();
}

const TrainingCurve::Point& TrainingCurve::nearest(double x) const
{
    const std::size_t after = std::min(indexOf(x), m_points.size() - 1);
    if (after > 0 && x - m_points[after - 1].x < m_points[after].x - x)
        return m_points[after - 1];
    return m_points[after];
}

std::vector<TrainingCurve::Point> TrainingCurve::points(double first, double last, std::size_t columns,
                                                        Spacing spacing) const
{
    constexpr std::size_t kBands = 16;  // in each of which a logarithmic axis is taken for an even one
    const std::size_t bands = spacing == Spacing::Even ? 1 : kBands;
    const double ratio = std::pow(last / first, 1.0 / static_cast<double>(bands));
    const std::size_t from = indexOf(first);
    const std::size_t end = std::min(indexOf(last) + 1, m_points.size());
    std::vector<Point> result;
    std::size_t next = from - std::min<std::size_t>(from, 1);
    for (std::size_t band = 1; band <= bands; ++band) {
        const std::size_t begin = std::exchange(
            next, band == bands ? end : std::max(next, indexOf(first * std::pow(ratio, static_cast<double>(band)))));
        collect(begin, next, std::max<std::size_t>(columns / bands, 1), result);
    }
    return result;
}

void TrainingCurve::collect(std::size_t begin, std::size_t end, std::size_t columns, std::vector<Point>& into) const
{
    std::size_t run = 1;  // neighbours that share a column
    while (end > begin && (end - begin) / run > columns && run <= m_points.size() / 2)
        run *= 2;
    for (std::size_t next = begin; next < end;) {
        const std::size_t length = runAt(next, std::min(run, end - next));
        const Extremes extremes = extremesOf(next, length);
        const auto [early, late] = std::minmax(extremes.least, extremes.greatest);
        into.push_back(m_points[early]);
        if (late != early)
            into.push_back(m_points[late]);
        next += length;
    }
}

std::vector<TrainingCurve::Point> TrainingCurve::wild(double first, double last, std::size_t columns) const
{
    const auto from = std::ranges::lower_bound(m_wild, first, {}, &Point::x);
    const auto to = std::ranges::upper_bound(from, m_wild.end(), last, {}, &Point::x);
    const auto step = std::max<std::ptrdiff_t>((to - from) / static_cast<std::ptrdiff_t>(columns), 1);
    std::vector<Point> result;
    for (auto at = from; at < to; at += std::min(step, to - at))
        result.push_back(*at);
    return result;
}

std::size_t TrainingCurve::runAt(std::size_t index, std::size_t longest)
{
    std::size_t length = std::bit_floor(longest);
    while (index % length != 0)
        length /= 2;
    return length;
}

TrainingCurve::Extremes TrainingCurve::extremesOf(std::size_t index, std::size_t length) const
{
    if (length == 1)
        return {index, index};
    return m_levels[static_cast<std::size_t>(std::countr_zero(length)) - 1][index / length];
}

TrainingCurve::Extremes TrainingCurve::join(const Extremes& left, const Extremes& right) const
{
    // What is not finite wins neither way unless it stands alone.
    const auto value = [this](std::size_t index) { return m_points[index].value; };
    const auto pick = [&](std::size_t a, std::size_t b, auto better) {
        return !std::isfinite(value(a)) || (std::isfinite(value(b)) && better(value(b), value(a))) ? b : a;
    };
    return {pick(left.least, right.least, std::less<>()), pick(left.greatest, right.greatest, std::greater<>())};
}

std::size_t TrainingCurve::indexOf(double x) const
{
    const auto found = std::ranges::lower_bound(m_points, x, {}, &Point::x);
    return static_cast<std::size_t>(found - m_points.begin());
}

}  // namespace actlab::models
