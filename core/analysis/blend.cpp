#include "core/analysis/blend.hpp"

#include "core/analysis/edited.hpp"
#include "core/analysis/hermite.hpp"
#include "core/analysis/line.hpp"
#include "core/analysis/repair.hpp"

#include "core/activation/summand.hpp"
#include "core/expr/algebra.hpp"
#include "core/expr/printer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::analysis {

namespace {

using activation::Activation;
using activation::tidy;

Edited withPieceAt(double x, const std::string& formula, const Activation& activation)
{
    const PieceLayout layout = layOut(activation);
    auto rows = layout.rows;
    rows[layout.stretches[layout.stretchAt(x)].row].formula = formula;
    return withRows(activation, rows);
}

/// One edit after another.
template <class Edit>
Edited then(const Edited& edited, Edit edit)
{
    return edited ? edit(*made(*edited)) : edited;
}

/// "L + (R - L)*sigmoid(b*(x - k))" for what L and R are.
std::string sigmoidBlend(const Meeting& meeting, double sharpness)
{
    const expr::Expr gap = expr::algebra::difference(meeting.right.meaning, meeting.left.meaning);
    const auto weight = expr::call(
        "sigmoid",
        {expr::algebra::product(expr::number(sharpness),
                                expr::algebra::difference(expr::variable(), expr::number(meeting.join.x)))});
    return activation::withAdded(meeting.left.text, expr::algebra::product(gap, weight));
}

/// A corner of two lines rounded: "L + turn*softplus(x - k)".
std::string softplusBlend(const Meeting& meeting, const expr::Expr& turn, double sharpness)
{
    const std::string bend = "softplus(" +
                             expr::print(expr::algebra::difference(expr::variable(), expr::number(meeting.join.x))) +
                             ", beta=" + expr::printNumber(sharpness) + ")";
    const auto* number = expr::as<expr::Number>(turn);
    const std::string factor = number ? expr::printNumber(std::abs(number->value)) : "(" + expr::print(turn) + ")";
    const std::string left = meeting.left.text == "0" ? "" : "(" + meeting.left.text + ")";
    const bool isDown = number && number->value < 0;
    const std::string sign = isDown ? (left.empty() ? "-" : " - ") : (left.empty() ? "" : " + ");
    return left + sign + (factor == "1" ? "" : factor + "*") + bend;
}

CubicEnd cubicEnd(const PieceSide& side, double x, double from, const PieceMap& pieces)
{
    return {x, side.meaning, from, limitsOf(side.meaning, x, from, pieces.activation)};
}

/// Where a blend begins or ends: it may go as far as the next knot.
struct BlendEnd {
    double x;
    bool isKnot;
};

BlendEnd endAt(double x, const PieceMap& pieces)
{
    const PieceJoin* knot = pieces.joinAt(x);
    return knot ? BlendEnd{knot->x, true} : BlendEnd{tidy(x), false};
}

expr::Expr turnAt(const Meeting& meeting, const PieceMap& pieces)
{
    const double k = meeting.join.x;
    return turnBetween(cubicEnd(meeting.left, k, -1, pieces), cubicEnd(meeting.right, k, 1, pieces),
                       pieces.activation);
}

/// Whether far from the knot the blend is what the pieces were.
bool followsPieces(const Activation& blended, const Activation& pieces, double knot, double width)
{
    for (const double distance : {4.0, 8.0, 16.0, 40.0})
        for (const double side : {-1, 1}) {
            const std::array x{knot + side * width * distance};
            const double now = blended.evaluate<double>(x, 0)[0][0], before = pieces.evaluate<double>(x, 0)[0][0];
            if (!(std::abs(now - before) <= 1e-3 * std::max(1.0, std::abs(before))))
                return false;
        }
    return true;
}

}  // namespace

Edited blendCubic(const PieceMap& pieces, const Meeting& meeting, double width)
{
    const double k = meeting.join.x, widest = widestBlend(pieces, k);
    const BlendEnd a = endAt(k - width / 2, pieces), b = endAt(k + width / 2, pieces);
    if (!(width > 0) || !(width <= widest) || !(a.x < k) || !(k < b.x))
        return cannot("The width of a blend at x = " + expr::printNumber(k) + " must be above 0" +
                      (std::isinf(widest) ? "." : " and at most " + expr::printNumber(widest) + "."));
    if ((a.isKnot && !meeting.left.appliesOnce) || (b.isKnot && !meeting.right.appliesOnce))
        return cannot("A piece beside x = " + expr::printNumber(k) +
                      " applies elsewhere too; make the blend narrower.");
    const CubicEnd left = cubicEnd(meeting.left, a.x, a.isKnot ? 1 : -1, pieces);
    const CubicEnd right = cubicEnd(meeting.right, b.x, b.isKnot ? -1 : 1, pieces);
    for (const JoinSide& needed : {left.limits, right.limits})
        if (!std::isfinite(needed.value) || !std::isfinite(needed.slope))
            return cannot("The pieces have no finite value and slope at the ends of that width.");
    const std::string cubic = cubicBetween(left, right, pieces.activation);
    Edited edited = pieces.activation.definition();
    for (const BlendEnd& end : {a, b})
        if (!end.isKnot)
            edited = then(edited, [&](const Activation& now) { return split(now, end.x); });
    edited = then(edited, [&](const Activation& now) { return merge(now, k, Side::Left); });
    return then(edited, [&](const Activation& now) { return withPieceAt(k, cubic, now); });
}

Edited blendSoft(const PieceMap& pieces, const Meeting& meeting, double width)
{
    if (!(width > 0) || !std::isfinite(width))
        return cannot("The width of a blend must be above 0.");
    if (!std::isinf(meeting.left.otherEnd) || !std::isinf(meeting.right.otherEnd))
        return cannot("One smooth formula would change the other knots; blend with a cubic instead.");
    const double sharpness = tidy(10 / width);
    const auto left = lineOf(meeting.left.meaning, pieces.activation.parameters());
    const auto right = lineOf(meeting.right.meaning, pieces.activation.parameters());
    const bool isCorner = left && right && meeting.join.meetsInValue();
    activation::Definition definition = pieces.activation.definition();
    definition.formula =
        isCorner ? softplusBlend(meeting, turnAt(meeting, pieces), sharpness) : sigmoidBlend(meeting, sharpness);
    const auto edited = checked(std::move(definition));
    if (edited && !followsPieces(*made(*edited), pieces.activation, meeting.join.x, width))
        return cannot("One of the pieces grows too fast, or ends, on the other's side; blend with a cubic instead.");
    return edited;
}

}  // namespace actlab::analysis
