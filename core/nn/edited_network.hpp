#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/nn/edit.hpp"
#include "core/nn/engine.hpp"
#include "core/nn/mark.hpp"

namespace actlab::nn {

/// A network in training as an edit makes it.
struct EditedNetwork {
    TrainingSpec spec;
    std::vector<float> parameters;
    std::vector<Carried> carried;  ///< from the parameters of before
    std::vector<Mark> marks;       ///< what has changed; their places are not filled in
};

/// nullopt where the edit changes nothing, or is about a layer or a number that the network does not have.
///
/// Weights and biases stay. Learned values stay too where the parameter keeps its name and its start; where the
/// person gave it another start, or it is new, it begins there.
std::optional<EditedNetwork> editedNetwork(const Problem& problem, std::span<const float> parameters,
                                           const Edit& edit);

}  // namespace actlab::nn
