#include "core/analysis/edited.hpp"
#include "core/analysis/knot_conditions.hpp"
#include "core/analysis/line.hpp"

#include "core/activation/author_words.hpp"
#include "core/activation/piece_text.hpp"
#include "core/activation/rewrite.hpp"
#include "core/activation/summand.hpp"
#include "core/expr/lexer.hpp"
#include "core/expr/printer.hpp"
#include "core/expr/substitute.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::analysis {

namespace {

using activation::Activation;
using activation::Definition;

/// How near to its neighbour a knot may come, as a part of its own size.
constexpr double kTinyGap = 1e-6;

/// Between the neighbours of the knot, and inside of what joinsOf looks at.
double keptInPlace(double x, const PieceJoin& join, const std::vector<PieceJoin>& joins)
{
    Interval room = kEverywhere;
    for (const PieceJoin& other : joins) {
        const double gap = kTinyGap * std::max(1.0, std::abs(other.x));
        if (other.x < join.x)
            room.low = std::max(room.low, other.x + gap);
        if (other.x > join.x)
            room.high = std::min(room.high, other.x - gap);
    }
    return room.low < room.high ? std::clamp(x, room.low, room.high) : join.x;
}

/// The value of the one parameter in `bound` that makes it `target`.
std::optional<double> solved(const expr::Expr& bound, const std::string& parameter, double target,
                             const Activation& activation)
{
    const auto isUnknown = [&](std::string_view name) {
        return name == parameter ? std::optional(expr::variable()) : std::nullopt;
    };
    const auto line = lineOf(expr::substitute(bound, expr::variable(), isUnknown), activation.parameters());
    const double value = line && line->slope != 0 ? (target - line->offset) / line->slope : NAN;
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool setParameter(Definition& definition, const std::string& name, double value)
{
    const auto found = std::ranges::find(definition.parameters, name, &activation::Parameter::name);
    if (found == definition.parameters.end())
        return false;
    found->value = value;
    return true;
}

/// Makes a condition change its mind at x; false where it cannot. Several of one row from the last to the first, that
/// their places stay right.
bool moveTo(double x, const KnotCondition& condition, const Activation& activation, Definition& definition,
            std::string& text)
{
    const double target = activation::tidy(valueAt(condition.input(), x, activation));
    const auto parameters = expr::parametersOf(condition.bound());
    if (parameters.size() > 1 || !std::isfinite(target))
        return false;
    if (parameters.size() == 1) {
        const auto value = solved(condition.bound(), parameters.front(), target, activation);
        return value && setParameter(definition, parameters.front(), *value);
    }
    if (!activation::AuthorsWords(text).holds(condition.bound()))
        return false;
    const auto words = activation::slice(text, condition.bound().node().span);
    text = activation::withWords(text, words, expr::printNumber(target));
    return true;
}

/// `<` for `<=` and so on; nullopt for those that have no ends.
std::optional<expr::CompareOp> otherEnd(expr::CompareOp op)
{
    switch (op) {
    case expr::CompareOp::Less: return expr::CompareOp::LessEqual;
    case expr::CompareOp::LessEqual: return expr::CompareOp::Less;
    case expr::CompareOp::Greater: return expr::CompareOp::GreaterEqual;
    case expr::CompareOp::GreaterEqual: return expr::CompareOp::Greater;
    case expr::CompareOp::Equal:
    case expr::CompareOp::NotEqual: break;
    }
    return std::nullopt;
}

std::string symbolOf(expr::CompareOp op)
{
    const std::string comparison = expr::print(expr::compare(op, expr::variable(), expr::number(0)));
    return std::string(activation::trimmed(comparison.substr(1, comparison.size() - 2)));
}

/// Gives the end of a comparison to the other side; false where it has none.
bool toggle(const KnotCondition& condition, std::string& text)
{
    const auto& [op, left, right] = condition.comparison;
    const auto other = otherEnd(op);
    const auto between =
        activation::trimmed(activation::slice(text, {left.node().span.end, right.node().span.begin}));
    const auto tokens = expr::tokenize(between);
    if (!other || !tokens || tokens->size() != 2 || tokens->front().text != symbolOf(op))
        return false;
    text = activation::withWords(text, between, symbolOf(*other));
    return true;
}

bool haveSameRows(const PieceLayout& a, const PieceLayout& b)
{
    const auto rowOf = [](const Stretch& s) { return s.row; };
    return std::ranges::equal(a.stretches, b.stretches, {}, rowOf, rowOf);
}

/// A definition and the rows that are to be its formula.
struct MovedRows {
    Definition definition;
    std::vector<activation::PieceText> rows;
};

/// Every condition at the knot written for x; nullopt where one of them cannot be.
std::optional<MovedRows> withKnotAt(double x, const PieceJoin& join, const PieceMap& pieces)
{
    MovedRows moved{pieces.activation.definition(), pieces.layout.rows};
    const auto conditions = conditionsAt(join.x, pieces.layout, pieces.activation);
    const bool canMove = !conditions.empty() && std::all_of(conditions.rbegin(), conditions.rend(), [&](auto& c) {
        return moveTo(x, c, pieces.activation, moved.definition, moved.rows[c.row].condition);
    });
    return canMove ? std::optional(std::move(moved)) : std::nullopt;
}

EditedPieces moved(const PieceMap& pieces, const PieceJoin& join, double x)
{
    auto wanted = withKnotAt(x, join, pieces);
    if (!wanted)
        return cannot("The knot at x = " + expr::printNumber(join.x) + " cannot be moved: its place is computed.");
    wanted->definition.formula = activation::rewrite(wanted->definition.formula, wanted->rows);
    const auto edited = madeFrom(wanted->definition);
    if (!edited)
        return tl::unexpected(edited.error());
    PieceMap after(**edited);
    if (!after.joinAt(x) || !haveSameRows(pieces.layout, after.layout))
        return cannot("The knot cannot be moved there: the order of the pieces would change.");
    return after;
}

}  // namespace

EditedPieces withKnotMoved(const PieceMap& pieces, double knot, double x)
{
    const PieceJoin* join = pieces.joinAt(knot);
    if (!join)
        return noKnotAt(knot, pieces.joins);
    if (!std::isfinite(x))
        return cannot("A knot can only be moved to a finite number.");
    return moved(pieces, *join, keptInPlace(x, *join, pieces.joins));
}

Edited moveKnot(const PieceMap& pieces, double knot, double x)
{
    return definitionOf(withKnotMoved(pieces, knot, x));
}

bool canMoveKnot(const PieceMap& pieces, double knot)
{
    const PieceJoin* join = pieces.joinAt(knot);
    return join && withKnotAt(join->x, *join, pieces);
}

Edited toggleEnd(const PieceMap& pieces, double knot)
{
    const PieceJoin* join = pieces.joinAt(knot);
    if (!join)
        return noKnotAt(knot, pieces.joins);
    auto rows = pieces.layout.rows;
    bool isToggled = false;
    const auto conditions = conditionsAt(join->x, pieces.layout, pieces.activation);
    std::for_each(conditions.rbegin(), conditions.rend(), [&](const KnotCondition& condition) {
        isToggled = toggle(condition, rows[condition.row].condition) || isToggled;
    });
    const auto edited = withRows(pieces.activation, rows);
    if (!isToggled || !edited)
        return cannot("The boundary at x = " + expr::printNumber(join->x) + " is not a comparison with < or <=.");
    const auto joinsAfter = joinsOf(*made(*edited));
    const PieceJoin* after = joinAt(joinsAfter, join->x);
    if (!after || after->rowAt == join->rowAt)
        return cannot("The point x = " + expr::printNumber(join->x) + " cannot be given to the other piece.");
    return edited;
}

}  // namespace actlab::analysis
