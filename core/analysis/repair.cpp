#include "core/analysis/repair.hpp"

#include "core/analysis/blend.hpp"
#include "core/analysis/edited.hpp"

#include "core/activation/summand.hpp"
#include "core/expr/printer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::analysis {

namespace {

Side sideToAdjust(const Meeting& meeting)
{
    if (meeting.left.isAlone != meeting.right.isAlone)
        return meeting.left.isAlone ? Side::Left : Side::Right;
    const bool hasLeft = activation::addedNumber(meeting.left.text).has_value();
    const bool hasRight = activation::addedNumber(meeting.right.text).has_value();
    return hasLeft && !hasRight ? Side::Left : Side::Right;
}

bool meets(const PieceMap& pieces, double knot, bool inSlope)
{
    const auto meeting = meetingAt(pieces, knot);
    if (!meeting)
        return false;
    const double left = meeting->left.limits.value, right = meeting->right.limits.value;
    const bool meetsInValue = std::abs(left - right) <= 1e-12 * std::max({1.0, std::abs(left), std::abs(right)});
    const Join join = meeting->join.join;
    return meetsInValue && join != Join::Jump && (!inSlope || join != Join::Kink);
}

Edited met(Side side, const PieceMap& pieces, const Meeting& meeting, bool inSlope)
{
    const PieceSide& mine = side == Side::Left ? meeting.left : meeting.right;
    const PieceSide& other = side == Side::Left ? meeting.right : meeting.left;
    if (mine.row == other.row)
        return cannot("The same piece lies on both sides of x = " + expr::printNumber(meeting.join.x) + ".");
    if (inSlope && !(std::isfinite(mine.limits.slope) && std::isfinite(other.limits.slope)))
        return cannot("A piece has no finite slope at x = " + expr::printNumber(meeting.join.x) + ".");
    for (const bool isSymbolic : {true, false}) {
        auto rows = pieces.layout.rows;
        rows[mine.row].formula = adjusted(mine, other, inSlope, isSymbolic, meeting, pieces);
        const Edited edited = withRows(pieces.activation, rows);
        if (edited && meets(*made(*edited), meeting.join.x, inSlope))
            return edited;
    }
    return cannot("The pieces at x = " + expr::printNumber(meeting.join.x) + " cannot be made to meet.");
}

}  // namespace

Edited repaired(const PieceMap& pieces, const RepairOrder& order)
{
    const auto meeting = meetingAt(pieces, order.knot);
    if (!meeting)
        return tl::unexpected(meeting.error());
    const Side side = order.adjusted.value_or(sideToAdjust(*meeting));
    const double width = order.width.value_or(std::min(1.0, widestBlend(pieces, order.knot) / 2));
    switch (order.repair) {
    case Repair::MeetInValue: return met(side, pieces, *meeting, false);
    case Repair::MeetInSlope: return met(side, pieces, *meeting, true);
    case Repair::BlendCubic: return blendCubic(pieces, *meeting, width);
    case Repair::BlendSoft: break;
    }
    return blendSoft(pieces, *meeting, width);
}

double widestBlend(const PieceMap& pieces, double knot)
{
    double widest = std::numeric_limits<double>::infinity();
    if (const PieceJoin* join = pieces.joinAt(knot))
        for (const PieceJoin& other : pieces.joins)
            if (other.x != join->x)
                widest = std::min(widest, 2 * std::abs(other.x - join->x));
    return widest;
}

}  // namespace actlab::analysis
