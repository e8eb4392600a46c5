#pragma once

#include "core/analysis/piece_sides.hpp"

namespace actlab::analysis {

/// Where a cubic takes over from a piece, or gives way to one.
struct CubicEnd {
    double x = 0;
    expr::Expr piece;
    double from = 0;  ///< the side from which the piece comes to x: -1 left, 1 right
    JoinSide limits;  ///< of the piece there
};

/// The cubic with the values and slopes of two pieces (Hermite), in powers of the distance from the left end. Where
/// the pieces grow in proportion with their parameters it is written in these, and fits whatever their values are;
/// else in numbers.
std::string cubicBetween(const CubicEnd& left, const CubicEnd& right, const activation::Activation& activation);

/// How much the slope grows from the left piece to the right one, written likewise.
expr::Expr turnBetween(const CubicEnd& left, const CubicEnd& right, const activation::Activation& activation);

}  // namespace actlab::analysis
