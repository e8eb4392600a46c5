#pragma once

#include <vector>

#include "core/analysis/piece_layout.hpp"

namespace actlab::analysis {

/// A comparison in the condition of a row, one side of which alone contains x: "x < k". Its spans count code points
/// of the row's condition.
struct KnotCondition {
    std::size_t row;
    expr::Comparison comparison;
    expr::Span span;
    bool isInputLeft;

    const expr::Expr& input() const { return isInputLeft ? comparison.left : comparison.right; }
    const expr::Expr& bound() const { return isInputLeft ? comparison.right : comparison.left; }
};

/// The comparisons that change their mind at a knot, in the order in which they are written.
std::vector<KnotCondition> conditionsAt(double knot, const PieceLayout& layout,
                                        const activation::Activation& activation);

/// The knot as its first condition spells it, where that compares x itself: a number or parameters; else the number.
expr::Expr knotText(double knot, const PieceLayout& layout, const activation::Activation& activation);

/// An expression at one x and the parameters' values.
double valueAt(const expr::Expr& e, double x, const activation::Activation& activation);

}  // namespace actlab::analysis
