#include "core/analysis/sketch_formula.hpp"

#include "core/expr/ast.hpp"
#include "core/expr/printer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace actlab::analysis {

namespace {

using expr::Expr;

bool isNumber(const Expr& e, double value)
{
    const auto* number = expr::as<expr::Number>(e);
    return number != nullptr && number->value == value;
}

Expr times(const Expr& factor, const Expr& of)
{
    if (isNumber(factor, 0) || isNumber(of, 0))
        return expr::number(0);
    return isNumber(factor, 1) ? of : factor * of;
}

/// x - knot, without a double sign.
Expr inputFrom(double knot)
{
    if (knot == 0)
        return expr::variable();
    return knot < 0 ? expr::variable() + expr::number(-knot) : expr::variable() - expr::number(knot);
}

/// `text` times -1 where it begins with a negative number; nullopt where it does not.
std::optional<Expr> withoutSign(const Expr& text)
{
    if (const auto* number = expr::as<expr::Number>(text); number != nullptr && number->value < 0)
        return expr::number(-number->value);
    if (const auto* product = expr::as<expr::Product>(text))
        if (const auto factor = withoutSign(product->left))
            return times(*factor, product->right);
    if (const auto* quotient = expr::as<expr::Quotient>(text))
        if (const auto numerator = withoutSign(quotient->left))
            return *numerator / quotient->right;
    return std::nullopt;
}

/// The sum without a double sign.
Expr plus(const Expr& left, const Expr& right)
{
    if (isNumber(left, 0))
        return right;
    if (isNumber(right, 0))
        return left;
    const auto subtracted = withoutSign(right);
    return subtracted ? left - *subtracted : left + right;
}

/// The number that five digits say, where that is off by no more than rounding.
std::optional<double> shortNumber(double value, double rounding)
{
    const double number = shortened(value, 6e-6 * std::abs(value));
    const bool isPlain = value == 0 || (std::abs(value) < 1e5 && std::abs(value) > 1e-5);
    return isPlain && std::abs(number - value) <= rounding ? std::optional(number) : std::nullopt;
}

/// The slope between two knots: a short decimal where it is one, otherwise the quotient that it is.
Expr chordText(double rise, double run)
{
    const auto slope = shortNumber(rise / run, 1e-15 * std::abs(rise / run));
    return slope ? expr::number(*slope) : expr::number(rise) / expr::number(run);
}

/// The difference of two short decimals is a short decimal.
double difference(double left, double right)
{
    return shortened(left - right, 4e-16 * std::max(std::abs(left), std::abs(right)));
}

/// The line through two knots: slope·x + value where that is short, otherwise written around one of them.
Expr lineText(const Point& anchor, const Point& from, const Point& to)
{
    const double rise = difference(to.y, from.y), run = difference(to.x, from.x);
    const Expr slope = chordText(rise, run);
    const double way = rise / run * anchor.x;
    const auto atZero = shortNumber(anchor.y - way, 1e-15 * (std::abs(anchor.y) + std::abs(way)));
    if (expr::as<expr::Number>(slope) != nullptr && atZero)
        return plus(times(slope, expr::variable()), expr::number(*atZero));
    return plus(expr::number(anchor.y), times(slope, inputFrom(anchor.x)));
}

/// value + t·(slope + t·(square + t·cube)) without the parts that are nothing.
Expr cubicText(const CubicPiece& piece)
{
    const Expr t = inputFrom(piece.from);
    const auto coefficient = [](double value) { return expr::number(std::abs(value) < 1e-16 ? 0 : value); };
    Expr text = coefficient(piece.cube);
    for (const double next : {piece.square, piece.slope, piece.value}) {
        const bool isFactor = expr::as<expr::Number>(text) != nullptr;
        text = plus(coefficient(next), isFactor ? times(text, t) : times(t, text));
    }
    return text;
}

Expr isBefore(double knot)
{
    return expr::compare(expr::CompareOp::Less, expr::variable(), expr::number(knot));
}

/// values[i] before knots[i], the last one beyond all of them; equal neighbours become one.
std::string formulaOf(std::vector<Expr> values, std::span<const Point> knots)
{
    std::vector<expr::Piece> pieces;
    for (std::size_t i = 0; i + 1 < values.size(); ++i)
        if (!(values[i] == values[i + 1]))
            pieces.push_back({isBefore(knots[i].x), values[i]});
    return expr::print(pieces.empty() ? values.back() : expr::piecewise(std::move(pieces), values.back()));
}

/// The first line ends at the second knot and is written around it, as all others are around their left one.
std::string linearFormula(std::span<const Point> knots)
{
    std::vector<Expr> values;
    for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
        const bool hasInnerKnot = i > 0 || knots.size() == 2;
        values.push_back(lineText(knots[hasInnerKnot ? i : 1], knots[i], knots[i + 1]));
    }
    return formulaOf(std::move(values), knots.subspan(1));
}

std::string cubicFormula(std::span<const Point> knots, SketchForm form)
{
    const Interpolant curve = interpolate(knots, form);
    std::vector<Expr> values{cubicText(curve.before)};
    for (const CubicPiece& piece : curve.pieces)
        values.push_back(cubicText(piece));
    return formulaOf(std::move(values), knots);
}

std::string nameOfValue(std::size_t knot)
{
    return "y" + std::to_string(knot);
}

Expr learnableLine(std::size_t anchor, std::size_t from, std::span<const Point> knots)
{
    const auto value = [](std::size_t knot) { return expr::parameter(nameOfValue(knot)); };
    const double run = difference(knots[from + 1].x, knots[from].x);
    const Expr rise = value(from + 1) - value(from);
    return value(anchor) + (run == 1 ? rise : rise / expr::number(run)) * inputFrom(knots[anchor].x);
}

std::vector<activation::Parameter> valueParameters(std::span<const Point> knots)
{
    const auto [lowest, highest] = std::ranges::minmax(knots, {}, &Point::y);
    const double room = std::max(highest.y - lowest.y, std::abs(highest.y)) + 1;
    std::vector<activation::Parameter> parameters;
    for (std::size_t i = 0; i < knots.size(); ++i) {
        activation::Parameter p{.name = nameOfValue(i), .value = knots[i].y};
        p.minimum = std::floor(lowest.y - room);
        p.maximum = std::ceil(highest.y + room);
        p.learnable = true;
        parameters.push_back(std::move(p));
    }
    return parameters;
}

}  // namespace

double shortened(double value, double allowed)
{
    std::array<char, 40> text{};
    for (int digits = 0; digits <= 16; ++digits) {
        const auto end = std::to_chars(text.begin(), text.end(), value, std::chars_format::scientific, digits).ptr;
        double read = 0;
        std::from_chars(text.begin(), end, read);
        if (std::abs(read - value) <= allowed)
            return read;
    }
    return value;
}

activation::Definition definitionThrough(std::span<const Point> knots, SketchForm form)
{
    activation::Definition definition;
    const bool isStraight = form == SketchForm::Linear || knots.size() == 2;
    definition.formula = isStraight ? linearFormula(knots) : cubicFormula(knots, form);
    return definition;
}

activation::Definition learnableThrough(std::span<const Point> knots)
{
    std::vector<Expr> values;
    for (std::size_t i = 0; i + 1 < knots.size(); ++i)
        values.push_back(learnableLine(i > 0 || knots.size() == 2 ? i : 1, i, knots));
    activation::Definition definition;
    definition.formula = formulaOf(std::move(values), knots.subspan(1));
    definition.parameters = valueParameters(knots);
    return definition;
}

}  // namespace actlab::analysis
