#pragma once

#include <array>
#include <limits>

#include "core/analysis/lift_knot.hpp"

namespace actlab::models {

/// Where a hand takes a knot: the point in which two pieces meet or, at a jump, the end of one of them.
struct KnotEnd {
    double y = std::numeric_limits<double>::quiet_NaN();  ///< NaN: there is no such end
    analysis::Side side = analysis::Side::Left;           ///< the piece whose value y is
    analysis::Lift lift{};                                ///< the pieces that go up and down with it
    bool isOpen = false;                                  ///< at a jump: the boundary point is not its own
    bool exists() const { return y - y == 0; }            // finite
};

/// A boundary between two pieces as the hand finds it.
struct Knot {
    analysis::PieceJoin join;
    bool movesX = false;
    std::array<KnotEnd, 2> ends{};  ///< two at a jump, first the one that would rather be lifted

    std::size_t rowOf(const KnotEnd& end) const;
};

std::vector<Knot> knotsOf(const analysis::PieceMap& pieces);

/// A knot that is in the hand, as its join is now: it keeps the ends it had when it was taken.
Knot inHand(const Knot& taken, const analysis::PieceJoin& now);

}  // namespace actlab::models
