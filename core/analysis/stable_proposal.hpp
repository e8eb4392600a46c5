#pragma once

#include <optional>
#include <vector>

#include "core/activation/stabilize.hpp"
#include "core/analysis/agreement.hpp"

namespace actlab::analysis {

/// A stabler spelling of an activation's formula, with the proof that it is the same function.
struct StableProposal {
    activation::StableSpelling spelling;
    Agreement whole;               ///< of the formula before and after
    std::vector<Agreement> parts;  ///< of each rewrite by itself
};

/// nullopt where nothing in the formula is unstable, or where the grid does not show that both agree.
std::optional<StableProposal> proposeStable(const activation::Activation& activation);

}  // namespace actlab::analysis
