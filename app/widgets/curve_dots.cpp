#include "app/widgets/curve_dots.hpp"

#include <cmath>

namespace actlab::widgets {

namespace {

void addFinite(std::vector<QPointF>& points, double x, double y)
{
    if (std::isfinite(y))
        points.emplace_back(x, y);
}

/// One jump: the value taken is closed, a limit that differs from it is open.
void addJump(CurveDots& dots, double x, double left, double right, double at)
{
    addFinite(dots.closed, x, at);
    if (left != at)
        addFinite(dots.open, x, left);
    if (right != at)
        addFinite(dots.open, x, right);
}

}  // namespace

CurveDots dotsOf(const analysis::CurveSet& curves, int order)
{
    CurveDots dots;
    for (const auto& point : curves.breakpoints.points) {
        if (order == 0 && point.join == analysis::Join::Jump)
            addJump(dots, point.x, point.left, point.right, point.at);
        if (order == 0 && point.join == analysis::Join::Kink)
            addFinite(dots.kinks, point.x, point.at);
    }
    for (const auto& slope : curves.slopeBreaks)
        if (order == 1)
            addJump(dots, slope.x, slope.left, slope.right, slope.at);
    return dots;
}

}  // namespace actlab::widgets
