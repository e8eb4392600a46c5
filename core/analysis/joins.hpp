#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/analysis/breakpoints.hpp"
#include "core/analysis/piece_layout.hpp"

namespace actlab::analysis {

/// What a piece tends to at the boundary: f, the true f′ and the true f″. NaN where there is no such limit.
struct JoinSide {
    double value = 0, slope = 0, curvature = 0;
};

/// The boundary between two neighbouring pieces at the parameters' values.
struct PieceJoin {
    double x = 0;
    std::size_t leftRow = 0, rightRow = 0;  ///< of activation::piecesOf; a row without a formula is a gap
    std::size_t rowAt = 0;                  ///< the row that x itself belongs to: `x <= 1` left, `x < 1` right
    Join join = Join::Smooth;               ///< Smooth here: C² or better
    JoinSide left, right;
    double valueAt = 0;

    bool belongsToLeft() const { return rowAt == leftRow; }
    bool meetsInValue() const { return join != Join::Jump; }
};

/// Every boundary inside the interval, ascending; those where neighbours meet smoothly too. Empty for a formula
/// without pieces.
std::vector<PieceJoin> joinsOf(const activation::Activation& activation, Interval interval = kEverywhere);
/// The same of an activation that was laid out before.
std::vector<PieceJoin> joinsOf(const PieceLayout& layout, const activation::Activation& activation);

/// The join at `x`, give or take what typing it rounds off (a millionth); nullptr where there is none.
const PieceJoin* joinAt(const std::vector<PieceJoin>& joins, double x);

/// "jump", "kink", "C1", "C2"
std::string_view nameOf(Join join);

}  // namespace actlab::analysis
