#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.hpp"

namespace actlab::data {

inline constexpr std::size_t kMostPoints = 2000, kMostPaintedClasses = 4;
/// Points are painted from −6 to 6 both ways, where the generated sets lie.
inline constexpr double kPlaneReach = 6;

/// "A" for 0
std::string paintedClassName(std::size_t label);

/// How many classes the points have: as many as their greatest label asks for, and two at the least.
std::size_t paintedClasses(const std::vector<PaintedPoint>& points);

/// Why a run cannot learn from the painted points as they are; nullopt where it can. Every class needs two points:
/// one to train on, one to test with.
std::optional<Error> errorInPoints(const DataSpec& spec);

/// The painted points, even where they are too few to learn from. Within each class the first point is trained on,
/// the second tests, and so on evenly by the share: a point that is added moves no other to the other part. The seed
/// shuffles the rows of each part.
Dataset paintedDataset(const DataSpec& spec);

/// load() for painted points.
Result<Dataset> loadPoints(const DataSpec& spec);

/// Whether pointsOf() may be asked: the data are made by the program and are classes over the plane.
bool isOnPlane(const DataSpec& spec);

/// The points of a data set of classes on the plane, to go on painting upon; those beyond ±6 are left out.
Result<std::vector<PaintedPoint>> pointsOf(const DataSpec& spec);

}  // namespace actlab::data
