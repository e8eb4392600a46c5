#include "core/analysis/breakpoints.hpp"

#include "core/analysis/cuts.hpp"

#include <limits>

namespace actlab::analysis {

namespace {

double curvatureOf(const std::vector<double>& limits)
{
    return limits.size() > 2 ? limits[2] : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

Join joinOf(const Cut& cut)
{
    if (!cut.isContinuous(0) || cut.at[0] != cut.left[0])
        return Join::Jump;
    if (cut.at.size() > 1 && !cut.isContinuous(1))
        return Join::Kink;
    if (cut.at.size() > 2 && !cut.isContinuous(2))
        return Join::C1;
    if (cut.at.size() > 3 && !cut.isContinuous(3))
        return Join::C2;
    return Join::Smooth;
}

Breakpoints breakpointsOf(const Cuts& cuts, const activation::Activation& activation)
{
    Breakpoints found{{}, cuts.complete, {}};
    for (const Cut& cut : cuts.list) {
        const Join join = joinOf(cut);
        if (cut.isSeam)
            found.seams.push_back(cut.x);
        if (join == Join::Smooth)
            continue;
        const double slopeAt = activation.evaluate<double>(std::span(&cut.x, 1), 1)[1][0];
        found.points.push_back({cut.x, join, cut.left[0], cut.right[0], cut.at[0], cut.left[1], cut.right[1], slopeAt,
                                curvatureOf(cut.left), curvatureOf(cut.right)});
    }
    return found;
}

Breakpoints findBreakpoints(const activation::Activation& activation, Interval interval)
{
    return breakpointsOf(trueCutsOf(activation, interval), activation);
}

}  // namespace actlab::analysis
