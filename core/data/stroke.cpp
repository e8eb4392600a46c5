#include "core/data/stroke.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace actlab::data {

namespace {

constexpr double kSmallestEraser = 0.3;
constexpr double kLeastDistance = 0.2;  // between dabs

/// Two decimals, a fraction of a pixel, keep the documents short.
float placed(double value)
{
    return static_cast<float>(std::round(value * 100) / 100);
}

}  // namespace

double Brush::reach() const
{
    return erases ? std::max(radius, kSmallestEraser) : radius;
}

Stroke::Stroke(std::vector<PaintedPoint> before, Brush brush, Place begin)
    : m_points(std::move(before)), m_brush(brush), m_place(begin), m_random(m_points.size())
{
    dab();
}

void Stroke::moveTo(Place place)
{
    const double step = std::max(kLeastDistance, m_brush.reach() / 2);
    const double way = std::hypot(place.x - m_place.x, place.y - m_place.y);
    const Place begin = m_place;
    for (double gone = step; gone <= way; gone += step) {
        m_place = {begin.x + (place.x - begin.x) * gone / way, begin.y + (place.y - begin.y) * gone / way};
        dab();
    }
}

void Stroke::dab()
{
    if (m_brush.erases)
        erase();
    else
        spray();
}

/// More points where the circle is wider, even over its area.
void Stroke::spray()
{
    constexpr double kPointsByRadius = 3;
    const auto count = 1 + std::lround(kPointsByRadius * m_brush.radius);
    for (long i = 0; i < count && m_points.size() < kMostPoints; ++i) {
        const double distance = m_brush.radius * std::sqrt(m_random.uniform());
        const double angle = m_random.uniform(0, 2 * std::numbers::pi);
        const float x = placed(m_place.x + distance * std::cos(angle));
        const float y = placed(m_place.y + distance * std::sin(angle));
        if (std::abs(x) <= kPlaneReach && std::abs(y) <= kPlaneReach)
            m_points.push_back({x, y, m_brush.label});
    }
}

void Stroke::erase()
{
    std::erase_if(m_points, [this](const PaintedPoint& point) {
        return std::hypot(point.x - m_place.x, point.y - m_place.y) <= m_brush.reach();
    });
}

}  // namespace actlab::data
