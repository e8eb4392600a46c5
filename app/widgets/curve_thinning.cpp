#include "app/widgets/curve_thinning.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::widgets {

namespace {

/// The slopes of the straight lines from one point that pass near all points seen since.
class Cone {
public:
    Cone(double x, double y) : m_x(x), m_y(y) {}

    bool holds(double x, double y) const
    {
        const double slope = (y - m_y) / (x - m_x);
        return slope >= m_least && slope <= m_greatest;  // false for the NaN of gaps
    }
    void narrow(double x, double y, double tolerance)
    {
        m_least = std::max(m_least, (y - tolerance - m_y) / (x - m_x));
        m_greatest = std::min(m_greatest, (y + tolerance - m_y) / (x - m_x));
    }

private:
    double m_x, m_y;
    double m_least = -std::numeric_limits<double>::infinity();
    double m_greatest = std::numeric_limits<double>::infinity();
};

}  // namespace

Polyline thinned(const Polyline& line, double tolerance)
{
    Polyline few;
    const auto keep = [&](qsizetype i) {
        few.x.push_back(line.x[i]);
        few.y.push_back(line.y[i]);
        return Cone(line.x[i], line.y[i]);
    };
    const qsizetype count = line.x.size();
    if (count == 0)
        return few;
    Cone cone = keep(0);
    qsizetype kept = 0;
    for (qsizetype i = 1; i < count; ++i) {
        if (!cone.holds(line.x[i], line.y[i]) && kept != i - 1)
            cone = keep(kept = i - 1);
        if (!cone.holds(line.x[i], line.y[i]))
            cone = keep(kept = i);  // a gap, or a step straight up
        else
            cone.narrow(line.x[i], line.y[i], tolerance);
    }
    if (kept != count - 1)
        keep(count - 1);
    return few;
}

}  // namespace actlab::widgets
