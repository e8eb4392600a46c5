#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/nn/engine.hpp"

namespace actlab::nn {

/// Where it lies in the flat vector of a network; nullopt where that network has no such layer, or one of another
/// shape.
std::optional<std::size_t> indexOf(const HandWeight& weight, const Layout& layout);

/// The number at `index` of the flat vector, as set to `value`; nullopt where it is neither a weight nor a bias.
std::optional<HandWeight> handWeightAt(std::size_t index, const Layout& layout, float value);

/// Adds it, or gives the one of the same place its value.
void setByHand(std::vector<HandWeight>& weights, const HandWeight& weight);

/// How many of the spec's have no place in its network.
std::size_t handWeightsWithoutPlace(const TrainingSpec& spec, const data::Dataset& data);

}  // namespace actlab::nn
