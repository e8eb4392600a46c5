#include "core/analysis/meet.hpp"

#include "core/analysis/edited.hpp"
#include "core/analysis/knot_conditions.hpp"
#include "core/analysis/line.hpp"

#include "core/activation/summand.hpp"
#include "core/expr/algebra.hpp"
#include "core/expr/differentiate.hpp"
#include "core/expr/printer.hpp"
#include "core/expr/simplify.hpp"
#include "core/expr/substitute.hpp"

#include <cmath>

namespace actlab::analysis {

namespace {

using expr::Expr;

// A longer correction reads worse than a number.
constexpr std::size_t kLongestCorrection = 15;

Expr atKnot(const Expr& e, const Expr& knot)
{
    return expr::simplify(expr::substitute(e, knot, [](std::string_view) { return std::nullopt; }));
}

/// How far a quantity of one piece is from that of the other: in the parameters where that is short and the same
/// number, else the number.
Expr difference(const Expr& other, const Expr& mine, const Expr& knot, double number,
                const activation::Activation& activation)
{
    const Expr symbols = expr::simplify(expr::algebra::difference(atKnot(other, knot), atKnot(mine, knot)));
    const bool isShort = symbols.node().treeSize <= kLongestCorrection && !expr::parametersOf(symbols).empty();
    const double value = isShort ? valueAt(symbols, 0, activation) : NAN;
    const bool isSame = std::abs(value - number) <= 1e-12 * std::max(1.0, std::abs(number));
    return isSame ? symbols : expr::number(activation::tidy(number));
}

/// Whether the correction of a piece can only be by numbers.
bool isPlainLine(const PieceSide& side, const activation::Activation& activation)
{
    return expr::parametersOf(side.meaning).empty() && lineOf(side.meaning, activation.parameters());
}

std::string metInSlope(const PieceSide& mine, const PieceSide& other, const Expr& knot, const Expr& rise,
                       const Meeting& meeting, const activation::Activation& activation)
{
    const double turn = other.limits.slope - mine.limits.slope;
    const auto otherSlope = expr::differentiate(other.meaning), mySlope = expr::differentiate(mine.meaning);
    const Expr steeper = otherSlope && mySlope ? difference(*otherSlope, *mySlope, knot, turn, activation)
                                               : expr::number(activation::tidy(turn));
    const bool isNumeric = expr::parametersOf(steeper).empty() && expr::parametersOf(rise).empty();
    if (isNumeric && isPlainLine(mine, activation) && expr::as<expr::Number>(knot))
        return lineThrough(meeting.join.x, other.limits.value, other.limits.slope);
    const Expr fromKnot = expr::algebra::difference(expr::variable(), knot);
    const Expr lean = expr::algebra::product(steeper, fromKnot);
    return activation::withAdded(activation::withAdded(mine.text, rise), lean);
}

}  // namespace

tl::expected<Meeting, std::string> meetingAt(const PieceMap& pieces, double knot)
{
    const PieceJoin* join = pieces.joinAt(knot);
    if (!join)
        return noKnotAt(knot, pieces.joins);
    auto left = sideOf(*join, Side::Left, pieces);
    if (!left)
        return tl::unexpected(left.error());
    auto right = sideOf(*join, Side::Right, pieces);
    if (!right)
        return tl::unexpected(right.error());
    return Meeting{*join, *std::move(left), *std::move(right)};
}

std::string adjusted(const PieceSide& mine, const PieceSide& other, bool inSlope, bool isSymbolic,
                     const Meeting& meeting, const PieceMap& pieces)
{
    const double missing = other.limits.value - mine.limits.value;
    const Expr knot =
        isSymbolic ? knotText(meeting.join.x, pieces.layout, pieces.activation) : expr::number(meeting.join.x);
    const Expr rise = isSymbolic ? difference(other.meaning, mine.meaning, knot, missing, pieces.activation)
                                 : expr::number(missing);
    if (inSlope)
        return metInSlope(mine, other, knot, rise, meeting, pieces.activation);
    return activation::withAdded(mine.text, rise);
}

}  // namespace actlab::analysis
