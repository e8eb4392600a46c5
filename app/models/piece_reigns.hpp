#pragma once

#include <vector>

#include "core/activation/activation.hpp"
#include "core/activation/pieces.hpp"
#include "core/analysis/interval.hpp"

namespace actlab::models {

/// An interval in which one piece of a formula holds.
struct Reign {
    analysis::Interval x;  ///< infinite where it ends outside of what was asked
    std::size_t piece = 0;
    bool operator==(const Reign&) const = default;
};

/// Finds out where each piece of a formula holds, whatever its conditions compare.
class PieceReigns {
public:
    PieceReigns() = default;
    /// `parameters` are those the conditions may name. Pieces that are wrong reign nowhere.
    PieceReigns(std::vector<activation::PieceText> pieces, const std::vector<activation::Parameter>& parameters);

    std::vector<Reign> within(analysis::Interval x) const;

private:
    activation::ActivationPtr m_index;  ///< x to the number of the piece that holds there
};

}  // namespace actlab::models
