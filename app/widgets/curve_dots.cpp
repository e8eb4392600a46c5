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

CurveDots dotsOf(const std::vector<analysis::Breakpoint>& breakpoints, int order)
{
    CurveDots dots;
    for (const auto& point : breakpoints) {
        const bool jumps = point.join == analysis::Join::Jump;
        const bool bends = point.join == analysis::Join::Kink;
        if (order == 0 && jumps)
            addJump(dots, point.x, point.left, point.right, point.at);
        if (order == 0 && bends)
            addFinite(dots.kinks, point.x, point.at);
        if (order == 1 && (bends || jumps) && point.leftSlope != point.rightSlope)
            addJump(dots, point.x, point.leftSlope, point.rightSlope, point.slopeAt);
    }
    return dots;
}

}  // namespace actlab::widgets
