#include "core/analysis/piece_sides.hpp"

#include "core/analysis/edited.hpp"
#include "core/analysis/scalar_tape.hpp"

#include "core/activation/parameters.hpp"
#include "core/activation/summand.hpp"
#include "core/expr/algebra.hpp"
#include "core/expr/differentiate.hpp"
#include "core/expr/printer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::analysis {

namespace {

/// The stretch that ends at the join on its left, or begins there on its right.
Stretch stretchBeside(const PieceJoin& join, Side side, const PieceLayout& layout)
{
    const auto isBeside = [&](const Stretch& s) {
        return s.x.low < s.x.high && (side == Side::Left ? s.x.high : s.x.low) == join.x;
    };
    return *std::ranges::find_if(layout.stretches, isBeside);
}

bool isMetAt(double x, const std::vector<PieceJoin>& joins)
{
    const auto join = std::ranges::find(joins, x, &PieceJoin::x);
    return join != joins.end() && join->meetsInValue();
}

std::vector<expr::Expr> withDerivatives(const expr::Expr& e)
{
    std::vector<expr::Expr> all{e};
    while (all.size() < 3) {
        const auto next = expr::differentiate(all.back());
        all.push_back(next ? *next : expr::number(std::numeric_limits<double>::quiet_NaN()));
    }
    return all;
}

}  // namespace

JoinSide limitsOf(const expr::Expr& e, double x, double from, const activation::Activation& activation)
{
    const auto program = kernel::compile(withDerivatives(e), activation::namesOf(activation.parameters()));
    const auto parameters = activation.parameterValues();
    ScalarTape tape(program, parameters);
    const auto outputs = tape.towards(x, x + from * 1e-7 * std::max(1.0, std::abs(x)));
    return {outputs[0].limit, outputs[1].limit, outputs[2].limit};
}

tl::expected<PieceSide, std::string> sideOf(const PieceJoin& join, Side side, const PieceMap& pieces)
{
    const PieceLayout& layout = pieces.layout;
    const bool isLeft = side == Side::Left;
    const std::size_t row = isLeft ? join.leftRow : join.rightRow;
    const std::string place = std::string(isLeft ? "left" : "right") + " of x = " + expr::printNumber(join.x);
    if (layout.isGap(row))
        return cannot("There is no piece to the " + place + ".");
    const expr::Expr& meaning = layout.values[row];
    const Stretch stretch = stretchBeside(join, side, layout);
    PieceSide piece{row, layout.rows[row].formula, meaning, stretch,
                    limitsOf(meaning, join.x, isLeft ? -1 : 1, pieces.activation)};
    const JoinSide& measured = isLeft ? join.left : join.right;
    if (!std::isfinite(piece.limits.value))
        piece.limits.value = measured.value;
    if (!std::isfinite(piece.limits.slope))
        piece.limits.slope = measured.slope;
    if (!std::isfinite(piece.limits.value))
        return cannot("The piece to the " + place + " has no finite value there.");
    piece.otherEnd = isLeft ? stretch.x.low : stretch.x.high;
    piece.isAlone = !isMetAt(piece.otherEnd, pieces.joins);
    piece.appliesOnce = std::ranges::count(layout.stretches, row, &Stretch::row) == 1;
    return piece;
}

std::string lineThrough(double x, double value, double slope)
{
    const double tidySlope = activation::tidy(slope);
    const double offset = activation::tidy(value - tidySlope * x, std::max(std::abs(value), std::abs(slope * x)));
    return expr::print(
        expr::algebra::sum(expr::algebra::product(expr::number(tidySlope), expr::variable()), expr::number(offset)));
}

}  // namespace actlab::analysis
