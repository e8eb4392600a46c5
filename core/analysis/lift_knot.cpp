#include "core/analysis/lift_knot.hpp"

#include "core/analysis/edited.hpp"
#include "core/analysis/knot_conditions.hpp"
#include "core/analysis/line.hpp"
#include "core/analysis/piece_sides.hpp"

#include "core/activation/summand.hpp"
#include "core/expr/differentiate.hpp"
#include "core/expr/printer.hpp"
#include "core/expr/simplify.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::analysis {

namespace {

using activation::Activation;
using activation::Definition;

bool contains(const expr::Expr& e, const std::string& parameter)
{
    return std::ranges::count(expr::parametersOf(e), parameter) > 0;
}

/// Whether a parameter stands in a piece as itself: the value at x is the parameter and what does not depend on it.
bool isSummandAt(double x, const std::string& parameter, const expr::Expr& piece, const Activation& activation)
{
    const auto derived = expr::differentiateByParameter(piece, parameter);
    if (!derived)
        return false;
    const expr::Expr slope = expr::simplify(*derived);
    return !contains(slope, parameter) && std::abs(valueAt(slope, x, activation) - 1) <= 1e-12;
}

/// Whether it moves the value of these rows at x and nothing else.
bool isValueAt(double x, const std::string& parameter, const std::vector<std::size_t>& rows, const PieceMap& pieces)
{
    const PieceLayout& layout = pieces.layout;
    const auto isElsewhere = [&](std::size_t row) {
        return std::ranges::count(rows, row) == 0 && contains(layout.values[row], parameter);
    };
    for (std::size_t row = 0; row < layout.values.size(); ++row)
        if (isElsewhere(row))
            return false;
    const auto isInCondition = [&](const expr::Expr& condition) { return contains(condition, parameter); };
    return std::ranges::none_of(layout.conditions, isInCondition) && std::ranges::all_of(rows, [&](std::size_t row) {
               return isSummandAt(x, parameter, layout.values[row], pieces.activation);
           });
}

/// The name of the parameter that is the value of these rows at x; nullopt where none is.
std::optional<std::string> parameterAt(double x, const std::vector<std::size_t>& rows, const PieceMap& pieces)
{
    for (const std::string& name : expr::parametersOf(pieces.layout.values[rows.front()]))
        if (isValueAt(x, name, rows, pieces))
            return name;
    return std::nullopt;
}

std::optional<Line> plainLineOf(const expr::Expr& piece)
{
    return expr::parametersOf(piece).empty() ? lineOf(piece, {}) : std::nullopt;
}

bool hasConstant(std::size_t row, const PieceLayout& layout)
{
    return plainLineOf(layout.values[row]) || activation::addedNumber(layout.rows[row].formula);
}

/// The rows of the chosen pieces; empty where one of them has no finite value.
std::vector<std::size_t> chosenRows(Lift chosen, const PieceJoin& join, const PieceLayout& layout)
{
    std::vector<std::size_t> rows;
    for (const bool isLeft : {true, false}) {
        const std::size_t row = isLeft ? join.leftRow : join.rightRow;
        if (isLeft ? !chosen.left : !chosen.right)
            continue;
        if (layout.isGap(row) || !std::isfinite(isLeft ? join.left.value : join.right.value))
            return {};
        rows.push_back(row);
    }
    return rows;
}

bool canLift(Lift chosen, const PieceJoin& join, const PieceMap& pieces)
{
    const auto rows = chosenRows(chosen, join, pieces.layout);
    const auto canChange = [&](std::size_t row) { return hasConstant(row, pieces.layout); };
    return !rows.empty() && (std::ranges::all_of(rows, canChange) || parameterAt(join.x, rows, pieces));
}

/// The text of a piece with the value y at x.
std::string lifted(const PieceSide& piece, double x, double y)
{
    const auto line = plainLineOf(piece.meaning);
    if (line && !piece.isAlone && piece.appliesOnce && std::isfinite(piece.otherEnd)) {
        const double fixed = line->slope * piece.otherEnd + line->offset;
        return lineThrough(x, y, (fixed - y) / (piece.otherEnd - x));
    }
    return activation::withAdded(piece.text, y - piece.limits.value);
}

/// Whether or not the definition is a right one.
Edited liftedParameter(const std::string& name, double difference, double y, const PieceMap& pieces)
{
    Definition definition = pieces.activation.definition();
    const auto parameter = std::ranges::find(definition.parameters, name, &activation::Parameter::name);
    parameter->value = activation::tidy(parameter->value + difference, y);
    return definition;
}

Edited liftedTexts(const std::vector<PieceSide>& sides, double x, double y, const PieceMap& pieces)
{
    auto rows = pieces.layout.rows;
    for (const PieceSide& side : sides) {
        if (!hasConstant(side.row, pieces.layout))
            return cannot("The piece " + side.text + " has no constant that could be changed.");
        rows[side.row].formula = lifted(side, x, y);
    }
    return rewritten(pieces.activation, rows);
}

/// Whether the chosen sides have the value y there.
bool reaches(const PieceMap& pieces, double x, double y, Lift chosen)
{
    const PieceJoin* join = pieces.joinAt(x);
    const auto isY = [y](double value) { return std::abs(value - y) <= 1e-9 * std::max(1.0, std::abs(y)); };
    return join && (!chosen.left || isY(join->left.value)) && (!chosen.right || isY(join->right.value));
}

tl::expected<std::vector<PieceSide>, std::string> chosenSides(Lift chosen, const PieceJoin& join,
                                                              const PieceMap& pieces)
{
    std::vector<PieceSide> sides;
    for (const Side side : {Side::Left, Side::Right}) {
        if (side == Side::Left ? !chosen.left : !chosen.right)
            continue;
        auto found = sideOf(join, side, pieces);
        if (!found)
            return tl::unexpected(found.error());
        sides.push_back(*std::move(found));
    }
    if (sides.empty())
        return cannot("No piece was chosen to be moved.");
    return sides;
}

}  // namespace

EditedPieces withKnotLifted(const PieceMap& pieces, double knot, double y, Lift chosen)
{
    const PieceJoin* join = pieces.joinAt(knot);
    if (!join)
        return noKnotAt(knot, pieces.joins);
    if (!std::isfinite(y))
        return cannot("A knot can only be moved to a finite value.");
    const auto sides = chosenSides(chosen, *join, pieces);
    if (!sides)
        return tl::unexpected(sides.error());
    const auto rows = chosenRows(chosen, *join, pieces.layout);
    const auto parameter = rows.empty() ? std::nullopt : parameterAt(join->x, rows, pieces);
    const Edited edited = parameter ? liftedParameter(*parameter, y - sides->front().limits.value, y, pieces)
                                    : liftedTexts(*sides, join->x, y, pieces);
    if (!edited)
        return tl::unexpected(edited.error());
    const auto made = madeFrom(*edited);
    if (!made)
        return tl::unexpected(made.error());
    PieceMap after(**made);
    if (!reaches(after, join->x, y, chosen))
        return cannot("The value at x = " + expr::printNumber(join->x) + " cannot be changed.");
    return after;
}

Edited liftKnot(const PieceMap& pieces, double knot, double y, Lift chosen)
{
    return definitionOf(withKnotLifted(pieces, knot, y, chosen));
}

Lift liftable(const PieceMap& pieces, double knot)
{
    const PieceJoin* join = pieces.joinAt(knot);
    if (!join)
        return {};
    return {canLift({true, false}, *join, pieces), canLift({false, true}, *join, pieces)};
}

Lift liftFor(const PieceMap& pieces, double knot)
{
    const PieceJoin* join = pieces.joinAt(knot);
    if (!join)
        return {};
    if (join->meetsInValue() && canLift({true, true}, *join, pieces))
        return {true, true};
    const Lift can = liftable(pieces, knot);
    const bool takesLeft = can.left && (join->belongsToLeft() || !can.right);
    return {takesLeft, can.right && !takesLeft};
}

}  // namespace actlab::analysis
