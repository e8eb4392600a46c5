#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/data/dataset.hpp"

namespace actlab::data {

/// In the order of Feature; as documents have them.
inline constexpr std::array<std::string_view, kFeatures> kFeatureWords{"x",   "y",      "x^2",   "y^2",
                                                                       "x*y", "sin(x)", "sin(y)"};
/// In the order of Feature; as a person reads them.
inline constexpr std::array<std::string_view, kFeatures> kFeatureNames{"x", "y", "x²", "y²", "xy", "sin x", "sin y"};

/// Whether the network may be given features of the data in place of x and y: they are points of a plane, and no
/// columns of a table.
bool hasFeatures(const Dataset& data);

/// Gives the rows of a plane these features in place of x and y; nothing to do where there are none.
void takeFeatures(Dataset& data, const std::vector<Feature>& features);

/// How many numbers a place of the data has: 2 of a plane, whatever features the network is given.
std::size_t dimensions(const Dataset& data);

/// The places of the rows to train on or to test with: row-major, dimensions(data) numbers each.
std::span<const float> trainPlaces(const Dataset& data);
std::span<const float> testPlaces(const Dataset& data);

/// What the network is given for such places.
std::vector<float> inputsAt(const Dataset& data, std::vector<float> places);

}  // namespace actlab::data
