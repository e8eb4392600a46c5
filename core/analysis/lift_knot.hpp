#pragma once

#include "core/analysis/piece_edit.hpp"

namespace actlab::analysis {

/// Which pieces a knot takes along when it is moved in y.
struct Lift {
    bool left = false, right = false;
    bool operator==(const Lift&) const = default;
};

/// Which of the pieces beside a knot can be brought to another value there: a piece that is a constant or a line
/// without parameters, one with a number added to it, or one whose value at the knot is a parameter of its own.
Lift liftable(const PieceMap& pieces, double knot);

/// Brings the value of the chosen pieces at the knot to y. A straight piece that meets its neighbour at its other
/// end turns about that end; every other piece moves up or down as a whole. Where a parameter is the value at the
/// knot, it is the parameter that changes.
Edited liftKnot(const PieceMap& pieces, double knot, double y, Lift chosen);
EditedPieces withKnotLifted(const PieceMap& pieces, double knot, double y, Lift chosen);

/// The pieces that a handle on the knot is to take along: both where they meet and can, else the one of them that
/// can, that of the boundary point first.
Lift liftFor(const PieceMap& pieces, double knot);

}  // namespace actlab::analysis
