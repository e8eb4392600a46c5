#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/nn/spec.hpp"

namespace actlab::nn {

struct Layout;

/// A learnable parameter of a network: of one hidden layer, or shared by all that have the same activation.
struct LearnedParameter {
    std::string name;
    activation::Scope scope = activation::Scope::Layer;
    std::vector<std::size_t> layers;  ///< which hidden layers use it, from 0; never empty
    std::size_t count = 1;            ///< of its values: more than one only for channels
    double start = 0;
    bool operator==(const LearnedParameter&) const = default;
};

/// In the order of the first layer that uses them, and there in the order of the activation's parameters. Layers have
/// the same activation where its whole definition is equal. Layers without an activation have none.
std::vector<LearnedParameter> learnedParameters(std::span<const Layer> hidden);

/// Which of `all` is of this name and of a layer that `parameter` is of; nullopt where none is.
std::optional<std::size_t> sameAmong(std::span<const LearnedParameter> all, const LearnedParameter& parameter);

/// "layer 2", or "layers 1, 3" of a shared one.
std::string placeOf(const LearnedParameter& parameter);

/// What a learned parameter is: its values' mean and extremes, all three the same where there is one value.
struct LearnedValue {
    float mean = 0, least = 0, greatest = 0;
    bool operator==(const LearnedValue&) const = default;
};

/// In the order of learnedParameters(); `parameters` by `layout`.
std::vector<LearnedValue> learnedValues(const Layout& layout, std::span<const float> parameters);

/// The values of some learned parameters as those of others, which are of the same network after an edit: NaN where
/// there was none.
std::vector<LearnedValue> valuesAmong(std::span<const LearnedParameter> before, std::span<const LearnedValue> values,
                                      std::span<const LearnedParameter> after);

/// Sets every learned parameter to its start; `parameters` by `layout`.
void startLearned(std::span<const Layer> hidden, const Layout& layout, std::span<float> parameters);

/// A learnable parameter of one hidden layer's activation and its values: one, or one for each unit.
struct LayerLearned {
    std::string name;
    std::span<const float> values;
};

/// In the order of the activation's learnable parameters, those that layers share too; views into `parameters`, by
/// `layout`.
std::vector<LayerLearned> learnedByLayer(const activation::Activation& activation, const Layout& layout,
                                         std::size_t layer, std::span<const float> parameters);

}  // namespace actlab::nn
