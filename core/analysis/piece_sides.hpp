#pragma once

#include "core/analysis/joins.hpp"
#include "core/analysis/piece_edit.hpp"

namespace actlab::analysis {

/// One of the two pieces that meet at a join.
struct PieceSide {
    std::size_t row = 0;
    std::string text;  ///< its formula
    expr::Expr meaning;
    Stretch stretch;
    JoinSide limits;          ///< at the join, not evened out
    bool isAlone = false;     ///< no neighbour beyond its other end meets it in value
    bool appliesOnce = true;  ///< the row has no other stretch
    double otherEnd = 0;      ///< infinite where there is none
};

/// `side` of `join`; an error where there is no piece or no finite value.
tl::expected<PieceSide, std::string> sideOf(const PieceJoin& join, Side side, const PieceMap& pieces);

/// f, f′ and f″ of one formula as x comes from the left (-1) or the right (1).
JoinSide limitsOf(const expr::Expr& e, double x, double from, const activation::Activation& activation);

/// "slope*x + offset" with no more digits than needed.
std::string lineThrough(double x, double value, double slope);

}  // namespace actlab::analysis
