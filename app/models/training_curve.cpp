#include "app/models/training_curve.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

namespace actlab::models {

void TrainingCurve::append(double epoch, double value)
{
    m_points.push_back({epoch, value});
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
    m_levels.clear();
}

const TrainingCurve::Point& TrainingCurve::nearest(double epoch) const
{
    const std::size_t after = std::min(indexOf(epoch), m_points.size() - 1);
    if (after > 0 && epoch - m_points[after - 1].epoch < m_points[after].epoch - epoch)
        return m_points[after - 1];
    return m_points[after];
}

std::vector<TrainingCurve::Point> TrainingCurve::points(double first, double last, std::size_t columns) const
{
    const std::size_t from = indexOf(first);
    const std::size_t begin = from - std::min<std::size_t>(from, 1);
    const std::size_t end = std::min(indexOf(last) + 1, m_points.size());
    std::size_t run = 1;  // neighbours that share a column
    while (end > begin && (end - begin) / run > columns && run <= m_points.size() / 2)
        run *= 2;
    std::vector<Point> result;
    for (std::size_t next = begin; next < end;) {
        const std::size_t length = runAt(next, std::min(run, end - next));
        const Extremes extremes = extremesOf(next, length);
        const auto [early, late] = std::minmax(extremes.least, extremes.greatest);
        result.push_back(m_points[early]);
        if (late != early)
            result.push_back(m_points[late]);
        next += length;
    }
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
    // A NaN compares false with everything: it wins neither way unless it stands alone.
    const auto value = [this](std::size_t index) { return m_points[index].value; };
    const auto pick = [&](std::size_t a, std::size_t b, auto better) {
        return std::isnan(value(a)) || better(value(b), value(a)) ? b : a;
    };
    return {pick(left.least, right.least, std::less<>()), pick(left.greatest, right.greatest, std::greater<>())};
}

std::size_t TrainingCurve::indexOf(double epoch) const
{
    const auto found = std::ranges::lower_bound(m_points, epoch, {}, &Point::epoch);
    return static_cast<std::size_t>(found - m_points.begin());
}

}  // namespace actlab::models
