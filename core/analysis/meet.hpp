#pragma once

#include "core/analysis/piece_sides.hpp"

namespace actlab::analysis {

/// A join and the pieces at it.
struct Meeting {
    PieceJoin join;
    PieceSide left, right;
};

tl::expected<Meeting, std::string> meetingAt(const PieceMap& pieces, double knot);

/// The text of `mine` changed so that its value, and with `inSlope` its slope, at the join is that of `other`.
/// Written in the parameters where `isSymbolic`, as far as that is short.
std::string adjusted(const PieceSide& mine, const PieceSide& other, bool inSlope, bool isSymbolic,
                     const Meeting& meeting, const PieceMap& pieces);

}  // namespace actlab::analysis
