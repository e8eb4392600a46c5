#pragma once

#include <optional>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/activation/pieces.hpp"
#include "core/analysis/interval.hpp"
#include "core/analysis/switch_points.hpp"

namespace actlab::analysis {

/// Where pieces are looked for unless one says otherwise: far beyond what anybody plots.
inline constexpr Interval kEverywhere{-1e6, 1e6};

/// Where no condition of a formula changes: an open interval, or, where low == high, one place. Outermost ones are
/// infinite.
struct PieceCell {
    Interval x;
    std::vector<bool> holds;  ///< each condition, whether or not an earlier one holds too
    std::size_t row = 0;      ///< the one that applies: the first that holds, or else the last row
    bool isPlace() const { return x.low == x.high; }
    double somewhere() const;  ///< a point inside; of an endless cell, near its end
};

/// Where one row applies without a break.
struct Stretch {
    Interval x;                                ///< infinite at the outer ends; low == high for one place
    std::size_t row = 0;                       ///< that of `rows` which applies
    bool holdsLow = false, holdsHigh = false;  ///< whether the ends belong to it
};

/// The pieces of an activation along x, at its parameters' values.
struct PieceLayout {
    std::vector<activation::PieceText> rows;  ///< as activation::piecesOf tells them
    std::vector<expr::Expr> conditions;       ///< of all rows but the last
    std::vector<expr::Expr> values;           ///< of all rows; that of a gap is NaN
    std::vector<PieceCell> cells;             ///< from left to right; places and open intervals take turns
    std::vector<Stretch> stretches;           ///< from left to right, neighbours of different rows
    SwitchPoints places;                      ///< where any condition changes
    Interval searched;                        ///< where those were looked for

    /// Whether a row has no formula: nothing applies there, the value is NaN.
    bool isGap(std::size_t row) const { return rows[row].formula.empty(); }
    /// The stretch that x belongs to.
    std::size_t stretchAt(double x) const;
};

/// A formula without pieces has one row and one stretch.
PieceLayout layOut(const activation::Activation& activation, Interval interval = kEverywhere);

}  // namespace actlab::analysis
