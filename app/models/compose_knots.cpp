#include "app/models/compose_knots.hpp"

#include <cmath>

namespace actlab::models {

namespace {

using analysis::Lift;
using analysis::PieceJoin;
using analysis::Side;

KnotEnd endOf(const PieceJoin& join, Side side, Lift lift)
{
    const bool isLeft = side == Side::Left;
    const double y = isLeft ? join.left.value : join.right.value;
    const bool isOpen = !join.meetsInValue() && join.rowAt != (isLeft ? join.leftRow : join.rightRow);
    return std::isfinite(y) ? KnotEnd{y, side, lift, isOpen} : KnotEnd{};
}

/// The pieces' meeting place is that of the piece which alone is lifted, else of the one that has the point.
Side sideOfMeeting(const PieceJoin& join, Lift lift)
{
    if (lift.left != lift.right)
        return lift.left ? Side::Left : Side::Right;
    return join.belongsToLeft() ? Side::Left : Side::Right;
}

std::array<KnotEnd, 2> endsOf(const PieceJoin& join, const analysis::PieceMap& pieces)
{
    const Lift preferred = liftFor(pieces, join.x);
    if (join.meetsInValue())
        return {endOf(join, sideOfMeeting(join, preferred), preferred), KnotEnd{}};
    const Lift can = liftable(pieces, join.x);
    const KnotEnd left = endOf(join, Side::Left, {can.left, false});
    const KnotEnd right = endOf(join, Side::Right, {false, can.right});
    return preferred.right ? std::array{right, left} : std::array{left, right};
}

}  // namespace

std::size_t Knot::rowOf(const KnotEnd& end) const
{
    return end.side == Side::Left ? join.leftRow : join.rightRow;
}

std::vector<Knot> knotsOf(const analysis::PieceMap& pieces)
{
    std::vector<Knot> knots;
    for (const PieceJoin& join : pieces.joins)
        knots.push_back({join, analysis::canMoveKnot(pieces, join.x), endsOf(join, pieces)});
    return knots;
}

Knot inHand(const Knot& taken, const PieceJoin& now)
{
    Knot knot{now, taken.movesX, taken.ends};
    for (KnotEnd& end : knot.ends)
        if (end.exists())
            end = endOf(now, end.side, end.lift);
    return knot;
}

}  // namespace actlab::models
