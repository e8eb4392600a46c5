#pragma once

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

#include "core/nn/spec.hpp"

namespace actlab::nn {

/// The pictures of the neurons of one column: the inputs, a hidden layer, or the outputs.
struct ColumnPictures {
    std::size_t width = 0, height = 0;        ///< height 1: over a line
    std::vector<std::vector<float>> neurons;  ///< row-major, the first row below; of the first neurons, or of none
    std::vector<double> scales;  ///< of each neuron the value, without sign, that is shown as the greatest
    bool areWeights = false;     ///< of pixels, and not what the neurons answer; the first row above
};

inline constexpr std::size_t kNeuronPictureSide = 32;

/// What the neurons of a network answer over the line or plane of its inputs, after their activation: one entry for
/// the inputs, one for each hidden layer and one for the outputs, where logits are shown as 2·probability − 1. For
/// pictures as inputs, the weights of the first hidden layer. Columns without pictures are empty, and all of them are
/// where the network is too large to ask on the side. `parameters` by layoutOf(spec, data). No entries where it was
/// stopped, or they do not fit.
std::vector<ColumnPictures> neuronPictures(const TrainingSpec& spec, const data::Dataset& data,
                                           std::span<const float> parameters, std::size_t mostNeurons,
                                           const std::stop_token& stop = {});

}  // namespace actlab::nn
