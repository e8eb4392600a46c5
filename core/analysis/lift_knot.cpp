#include "core/analysis/lift_knot.hpp"

#include "core/analysis/edited.hpp"
#include "core/analysis/knot_conditions.hpp"
#include "core/analysis/line.hpp"
#include "core/analysis/piece_sides.hpp"

#include "core/activation/catalogue.hpp"
#include "core/activation/summand.hpp"
#include "core/expr/differentiate.hpp"
#include "core/expr/printer.hpp"

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

/// Whether a parameter is the value of these pieces at x, give or take what does not depend on it, and occurs
/// nowhere else.
bool isValueAt(double x, const std::string& parameter, const std::vector<PieceSide>& pieces,
               const PieceLayout& layout, const Activation& activation)
{
    for (const PieceSide& piece : pieces) {
        const auto slope = expr::differentiateByParameter(piece.meaning, parameter);
        if (!slope || std::abs(valueAt(*slope, x, activation) - 1) > 1e-12)
            return false;
    }
    const auto isElsewhere = [&](std::size_t row) {
        const auto meaning = expr::parse(layout.rows[row].formula, activation::catalogueLibrary());
        return std::ranges::count(pieces, row, &PieceSide::row) == 0 && (!meaning || contains(*meaning, parameter));
    };
    for (std::size_t row = 0; row < layout.rows.size(); ++row)
        if (!layout.isGap(row) && isElsewhere(row))
            return false;
    return std::ranges::none_of(layout.conditions, [&](const auto& c) { return contains(c, parameter); });
}

/// The text of a piece with the value y at x; nullopt where it has nothing to change.
std::optional<std::string> lifted(const PieceSide& piece, double x, double y, const Activation& activation)
{
    const auto line = lineOf(piece.meaning, activation.parameters());
    const bool isPlain = line && expr::parametersOf(piece.meaning).empty();
    if (isPlain && !piece.isAlone && piece.appliesOnce && std::isfinite(piece.otherEnd)) {
        const double fixed = line->slope * piece.otherEnd + line->offset;
        return lineThrough(x, y, (fixed - y) / (piece.otherEnd - x));
    }
    if (isPlain || activation::addedNumber(piece.text))
        return activation::withAdded(piece.text, y - piece.limits.value);
    return std::nullopt;
}

Edited liftedParameter(const Activation& activation, const PieceLayout& layout, const std::vector<PieceSide>& pieces,
                       double x, double y)
{
    Definition definition = activation.definition();
    for (activation::Parameter& parameter : definition.parameters)
        if (isValueAt(x, parameter.name, pieces, layout, activation)) {
            parameter.value = activation::tidy(parameter.value + (y - pieces.front().limits.value), y);
            return checked(std::move(definition));
        }
    return cannot({});
}

Edited liftedTexts(const Activation& activation, const PieceLayout& layout, const std::vector<PieceSide>& pieces,
                   double x, double y)
{
    auto rows = layout.rows;
    for (const PieceSide& piece : pieces) {
        const auto text = lifted(piece, x, y, activation);
        if (!text)
            return cannot("The piece " + piece.text + " has no constant that could be changed.");
        rows[piece.row].formula = *text;
    }
    return withRows(activation, rows);
}

/// Whether the chosen sides have the value y there.
bool reaches(const Activation& activation, double x, double y, Lift pieces)
{
    const auto joins = joinsOf(activation);
    const PieceJoin* join = joinAt(joins, x);
    const auto isY = [y](double value) { return std::abs(value - y) <= 1e-9 * std::max(1.0, std::abs(y)); };
    return join && (!pieces.left || isY(join->left.value)) && (!pieces.right || isY(join->right.value));
}

tl::expected<std::vector<PieceSide>, std::string> chosen(Lift pieces, const PieceJoin& join,
                                                         const std::vector<PieceJoin>& joins,
                                                         const PieceLayout& layout, const Activation& activation)
{
    std::vector<PieceSide> sides;
    for (const Side side : {Side::Left, Side::Right}) {
        if (side == Side::Left ? !pieces.left : !pieces.right)
            continue;
        auto found = sideOf(join, side, joins, layout, activation);
        if (!found)
            return tl::unexpected(found.error());
        sides.push_back(*std::move(found));
    }
    return sides;
}

}  // namespace

Edited liftKnot(const Activation& activation, double knot, double y, Lift pieces)
{
    const auto joins = joinsOf(activation);
    const PieceJoin* join = joinAt(joins, knot);
    if (!join)
        return noKnotAt(knot, joins);
    if (!std::isfinite(y))
        return cannot("A knot can only be moved to a finite value.");
    const PieceLayout layout = layOut(activation);
    const auto sides = chosen(pieces, *join, joins, layout, activation);
    if (!sides)
        return tl::unexpected(sides.error());
    if (sides->empty())
        return cannot("No piece was chosen to be moved.");
    const Edited byParameter = liftedParameter(activation, layout, *sides, join->x, y);
    if (byParameter && reaches(*made(*byParameter), join->x, y, pieces))
        return byParameter;
    const Edited byText = liftedTexts(activation, layout, *sides, join->x, y);
    if (byText && !reaches(*made(*byText), join->x, y, pieces))
        return cannot("The value at x = " + expr::printNumber(join->x) + " cannot be changed.");
    return byText;
}

Lift liftable(const Activation& activation, double knot)
{
    const auto joins = joinsOf(activation);
    const PieceJoin* join = joinAt(joins, knot);
    if (!join)
        return {};
    const auto can = [&](Lift pieces, double value) {
        return std::isfinite(value) && liftKnot(activation, join->x, value + 1, pieces).has_value();
    };
    return {can({true, false}, join->left.value), can({false, true}, join->right.value)};
}

Lift liftFor(const Activation& activation, double knot)
{
    const auto joins = joinsOf(activation);
    const PieceJoin* join = joinAt(joins, knot);
    if (!join)
        return {};
    if (join->meetsInValue() && liftKnot(activation, join->x, join->valueAt + 1, {true, true}))
        return {true, true};
    const Lift can = liftable(activation, knot);
    const bool takesLeft = can.left && (join->belongsToLeft() || !can.right);
    return {takesLeft, can.right && !takesLeft};
}

}  // namespace actlab::analysis
