#pragma once

#include "core/analysis/joins.hpp"

namespace actlab::analysis {

/// An activation with its pieces along x and how they meet, read once: all that edits and questions about its joins
/// begin with. An activation is enough wherever one is asked for.
struct PieceMap {
    PieceMap(const activation::Activation& read);

    activation::Activation activation;
    PieceLayout layout;
    std::vector<PieceJoin> joins;

    const PieceJoin* joinAt(double x) const { return analysis::joinAt(joins, x); }
};

}  // namespace actlab::analysis
