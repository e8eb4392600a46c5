#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/activation/activation.hpp"

namespace actlab::exporting {

/// What training has made of one learnable parameter.
struct LearnedValues {
    std::string parameter;      ///< its name in the activation
    std::vector<float> values;  ///< one, or one for each neuron of the layer where it is learned per channel
    bool operator==(const LearnedValues&) const = default;
};

/// An activation at work in a network: nn.Module's instance. Layers share one where everything it learns is shared.
struct ActivationInstance {
    activation::ActivationPtr activation;
    std::vector<LearnedValues> learned;  ///< in the order of the activation's learnable parameters
};

/// y = activation(W x + b), and x added to it by a residual link.
struct DenseLayer {
    std::size_t in = 0, out = 0;
    std::vector<float> weights;             ///< W, out × in, row-major
    std::vector<float> bias;                ///< b, out
    std::optional<std::size_t> activation;  ///< which of Network::activations; none in the last layer
    bool residual = false;                  ///< only in a hidden layer that is as wide as its inputs
    bool operator==(const DenseLayer&) const = default;
};

/// What the numbers of the last layer mean.
enum class Output {
    Value,   ///< the answer of a regression
    Sign,    ///< two classes: after tanh, −1 is class 0 and +1 class 1
    Scores,  ///< one a class, taught 1 for the right one and else 0; the greatest wins
    Logits,  ///< one a class, before softmax; the greatest wins
};

/// A trained dense network, as it is taken home.
struct Network {
    std::string name;
    std::vector<std::string> inputs;   ///< names of the features
    std::vector<std::string> classes;  ///< names of the classes; empty for a regression
    Output output = Output::Value;
    std::vector<ActivationInstance> activations;
    std::vector<DenseLayer> layers;  ///< hidden layers, then the output layer
};

/// Which instance a hidden layer uses: the one already there where everything it learns is shared, otherwise a new
/// one.
std::size_t addInstance(Network& network, ActivationInstance instance);

/// What it answers to one row of inputs, in float64: as many numbers as the last layer has, tanh applied for
/// Output::Sign.
std::vector<double> answer(const Network& network, std::span<const double> row);

}  // namespace actlab::exporting
