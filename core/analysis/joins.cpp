#include "core/analysis/joins.hpp"

#include "core/analysis/cuts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::analysis {

namespace {

/// The rows around each boundary; a single place between two stretches is one boundary.
std::vector<PieceJoin> boundariesOf(const std::vector<Stretch>& stretches)
{
    std::vector<PieceJoin> joins;
    for (std::size_t i = 0; i + 1 < stretches.size(); ++i) {
        const Stretch &left = stretches[i], &right = stretches[i + 1];
        if (left.x.low == left.x.high)
            continue;
        const bool isPlaceBetween = right.x.low == right.x.high && i + 2 < stretches.size();
        PieceJoin join;
        join.x = left.x.high;
        join.leftRow = left.row;
        join.rightRow = stretches[i + (isPlaceBetween ? 2 : 1)].row;
        join.rowAt = left.holdsHigh ? left.row : right.row;
        joins.push_back(join);
    }
    return joins;
}

JoinSide sideOf(const std::vector<double>& limits)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto at = [&](std::size_t order) { return order < limits.size() ? limits[order] : nan; };
    return {at(0), at(1), at(2)};
}

void measure(PieceJoin& join, const std::vector<Cut>& cuts)
{
    const auto cut = std::ranges::find(cuts, join.x, &Cut::x);
    if (cut == cuts.end())
        return;
    join.join = joinOf(*cut);
    join.left = sideOf(cut->left);
    join.right = sideOf(cut->right);
    join.valueAt = cut->at.front();
}

}  // namespace

std::vector<PieceJoin> joinsOf(const activation::Activation& activation, Interval interval)
{
    return joinsOf(layOut(activation, interval), activation);
}

/// The conditions' own places, so that boundaries and cuts are the same numbers.
std::vector<PieceJoin> joinsOf(const PieceLayout& layout, const activation::Activation& activation)
{
    std::vector<PieceJoin> joins = boundariesOf(layout.stretches);
    if (joins.empty())
        return joins;
    const Cuts cuts = cutsOf(layout.places, trueProgramOf(activation, 3), activation.parameters(), layout.searched);
    for (PieceJoin& join : joins)
        measure(join, cuts.list);
    return joins;
}

const PieceJoin* joinAt(const std::vector<PieceJoin>& joins, double x)
{
    const auto distance = [x](const PieceJoin& join) { return std::abs(join.x - x); };
    const auto nearest = std::ranges::min_element(joins, {}, distance);
    const bool isThere =
        std::isfinite(x) && nearest != joins.end() && distance(*nearest) <= 1e-6 * std::max(1.0, std::abs(x));
    return isThere ? &*nearest : nullptr;
}

std::string_view nameOf(Join join)
{
    switch (join) {
    case Join::Jump: return "jump";
    case Join::Kink: return "kink";
    case Join::C1: return "C1";
    case Join::C2:
    case Join::Smooth: break;
    }
    return "C2";
}

}  // namespace actlab::analysis
