#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/member_fit.hpp"

namespace actlab::analysis {

/// Where f is read: at β·ξ + γ, with ξ from -1 at the first point to 1 at the last.
struct Place {
    double beta = 1, gamma = 0;
};

/// The places where the search for a member begins: f and its mirror image at stretches that double in three steps,
/// its middle from a little left of the points to a little right of them.
inline constexpr std::size_t kGridBetas = 20, kGridGammas = 15, kGridPlaces = 2 * kGridBetas * kGridGammas;
Place gridPlace(std::size_t index);

/// Those of the places, by their distances, none of whose neighbours is nearer; nearest first, at most so many.
/// Infinite distances do not count.
std::vector<std::size_t> gridMinima(std::span<const double, kGridPlaces> distances, std::size_t most);

/// A family of the catalogue, how near it comes on the grid, and where.
struct Lead {
    activation::ActivationPtr row;
    double distance = 0;  ///< as a part of what of the points is no straight line
    std::vector<Place> starts;
};

/// The families that come nearest on the grid, at most so many, nearest first. How they look there is calculated
/// once and remembered: 12 MB. Straight lines lead nowhere: empty for points on one.
std::vector<Lead> nearestLeads(const FitPoints& points, std::size_t most);

}  // namespace actlab::analysis
