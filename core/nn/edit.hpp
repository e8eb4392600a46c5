#pragma once

#include <cstddef>
#include <variant>

#include "core/nn/spec.hpp"

namespace actlab::nn {

struct LearningRateEdit {
    double rate = 0;  ///< before the schedule
};
/// Another activation for a hidden layer, or the same with other pieces or parameter values.
struct ActivationEdit {
    std::size_t layer = 0;
    activation::ActivationPtr activation;
};
/// Whether a layer stays as it is: see isFrozen().
struct FreezeEdit {
    std::size_t layer = 0;
    bool frozen = true;
};
/// One number of the flat parameter vector, by the layout of the network as it is when the run obeys.
struct WeightEdit {
    std::size_t index = 0;
    float value = 0;
};

/// What a person may change of a network while it trains. A run obeys between two steps.
using Edit = std::variant<LearningRateEdit, ActivationEdit, FreezeEdit, WeightEdit>;

/// Whether it makes sense in some network: a value that is no run's end, a rate above 0, an activation that is there.
bool isSound(const Edit& edit);
/// Whether both are about the same thing, so that the later one is all that counts.
bool areAboutTheSame(const Edit& a, const Edit& b);

}  // namespace actlab::nn
