#pragma once

#include <span>

#include "core/data/dataset.hpp"
#include "core/exporting/network.hpp"
#include "core/nn/spec.hpp"

namespace actlab::workspace {

/// The network of a run as it is taken home; `parameters` by nn::layoutOf(spec, data). Batch normalisation has become
/// part of weights and biases. Where the data were scaled, its first layer scales what the source has, and its last
/// one gives values in the source's unit.
exporting::Network trainedNetwork(const nn::TrainingSpec& spec, const data::Dataset& data,
                                  std::span<const float> parameters);

/// How many numbers a network has learned; those shared by layers count once.
std::size_t learnedNumbers(const exporting::Network& network);

bool isFinite(const exporting::Network& network);

}  // namespace actlab::workspace
