#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/activation/activation.hpp"

namespace actlab::analysis {

/// What becomes of a signal, or of a gradient, on its way through many layers.
enum class Fate { Vanishes, Keeps, Explodes };

struct DeepSettings {
    double gain = 1;  ///< weights have the variance gain²/width
    std::size_t layers = 50, width = 128, samples = 32;
    std::uint64_t seed = 1;
};

/// A variance layer by layer: as the theory of infinitely wide networks predicts it, and as one random network of
/// this width has it in float32.
struct Passage {
    std::vector<double> predicted, measured;
    Fate fate = Fate::Keeps;  ///< of the measured one
};

/// Layer 0 is the input of the first activation, which has the variance 1; layer l is h_l = W f(h_{l-1}).
struct DeepNetwork {
    Passage signal;    ///< of h_l, from layer 0 to the last
    Passage gradient;  ///< of ∂loss/∂h_l, in the same order, where that at the last layer has the variance 1
};

/// The mean field equations q_{l+1} = gain² E[f(√q_l z)²] and p_l = gain² E[f′(√q_l z)²] p_{l+1}
/// (Poole et al. 2016, Schoenholz et al. 2017) beside a real network without biases, its weights uniform as in
/// kaiming_uniform.
DeepNetwork passThroughLayers(const activation::Activation& activation, const DeepSettings& settings);

/// "vanishes", "keeps" or "explodes".
std::string_view nameOf(Fate fate);

}  // namespace actlab::analysis
