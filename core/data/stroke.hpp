#pragma once

#include <cstddef>
#include <vector>

#include "core/data/points.hpp"
#include "core/data/random.hpp"

namespace actlab::data {

struct Place {
    double x = 0, y = 0;
};

/// What paints: points of one class, within a circle about the place.
struct Brush {
    std::size_t label = 0;
    double radius = 0;  ///< in the plane's units; 0 sets every point exactly
    bool erases = false;
    /// Of the circle that it paints or erases.
    double reach() const;
};

/// One stroke of a brush over painted points. Dabs follow at even distances however often the hand is looked at, and
/// the same stroke over the same points leaves the same ones.
class Stroke {
public:
    Stroke(std::vector<PaintedPoint> before, Brush brush, Place begin);
    void moveTo(Place place);
    const std::vector<PaintedPoint>& points() const { return m_points; }

private:
    void dab();
    void spray();
    void erase();

    std::vector<PaintedPoint> m_points;
    Brush m_brush;
    Place m_place;  ///< of the last dab
    Random m_random;
};

}  // namespace actlab::data
