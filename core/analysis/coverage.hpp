#pragma once

#include <string>
#include <vector>

#include "core/analysis/piece_layout.hpp"

namespace actlab::analysis {

enum class CoverageKind {
    Overlap,       ///< a condition holds where an earlier piece that it does not enclose already applies
    Missing,       ///< no piece holds: the value is NaN
    NeverReached,  ///< a piece that applies nowhere
    NotOnX         ///< a condition without x: it holds everywhere or nowhere
};

/// Something about the conditions that their author may not have meant.
struct CoverageRemark {
    CoverageKind kind;
    Interval x;                       ///< infinite where it has no end; low == high for one place
    std::vector<std::size_t> pieces;  ///< rows: of an overlap the one that applies first, of a gap its neighbours
    std::string sentence;             ///< names the pieces from 1 on and says what applies
};

/// In the order of x within each kind; empty for a formula whose pieces follow one another.
std::vector<CoverageRemark> coverageOf(const PieceLayout& layout);

}  // namespace actlab::analysis
