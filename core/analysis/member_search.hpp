#pragma once

#include <optional>
#include <span>

#include "core/activation/activation.hpp"
#include "core/analysis/member_fit.hpp"
#include "core/analysis/member_grid.hpp"

namespace actlab::analysis {

/// The member of the family of f that is nearest to the points. For given b and c the best a, d and e are a
/// linear problem (variable projection: Golub and Pereyra, 1973), so only b and c are searched: on a grid, from
/// whose best places Levenberg and Marquardt go on. nullopt where f, as far as it reaches over the points, is as
/// good as a straight line, or does no more for them than a straight line does.
std::optional<Coefficients> nearestMember(const activation::Activation& f, const FitPoints& points);
/// The same, from these places instead of the grid's.
std::optional<Coefficients> nearestMember(const activation::Activation& f, const FitPoints& points,
                                          std::span<const Place> starts);

}  // namespace actlab::analysis
