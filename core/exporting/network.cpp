#include "core/exporting/network.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace actlab::exporting {

namespace {

bool sharesAll(const activation::Activation& activation)
{
    const auto isShared = [](const activation::Parameter& p) { return p.scope == activation::Scope::Shared; };
    std::vector<activation::Parameter> learned;
    std::ranges::copy_if(activation.parameters(), std::back_inserter(learned), &activation::Parameter::learnable);
    return !learned.empty() && std::ranges::all_of(learned, isShared);
}

std::vector<double> dense(const DenseLayer& layer, std::span<const double> inputs)
{
    std::vector<double> outputs(layer.bias.begin(), layer.bias.end());
    for (std::size_t i = 0; i < layer.out; ++i)
        for (std::size_t k = 0; k < layer.in; ++k)
            outputs[i] += layer.weights[i * layer.in + k] * inputs[k];
    return outputs;
}

activation::ActivationPtr learnedBy(const ActivationInstance& instance, std::size_t neuron)
{
    activation::ActivationPtr activation = instance.activation;
    for (const LearnedValues& learned : instance.learned)
        activation = activation->withValue(learned.parameter, learned.values[learned.values.size() > 1 ? neuron : 0]);
    return activation;
}

void activate(const ActivationInstance& instance, std::vector<double>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = learnedBy(instance, i)->evaluate<double>(std::span<const double>(&values[i], 1), 0)[0][0];
}

}  // namespace

std::vector<double> answer(const Network& network, std::span<const double> row)
{
    std::vector<double> values(row.begin(), row.end());
    for (const DenseLayer& layer : network.layers) {
        std::vector<double> answers = dense(layer, values);
        if (layer.activation)
            activate(network.activations[*layer.activation], answers);
        if (layer.residual)
            std::ranges::transform(answers, values, answers.begin(), std::plus());
        values = std::move(answers);
    }
    if (network.output == Output::Sign)
        values[0] = std::tanh(values[0]);
    return values;
}

std::size_t addInstance(Network& network, ActivationInstance instance)
{
    auto& all = network.activations;
    const auto isTwin = [&](const ActivationInstance& other) {
        return other.activation->definition() == instance.activation->definition();
    };
    if (const auto twin = std::ranges::find_if(all, isTwin); twin != all.end() && sharesAll(*instance.activation))
        return static_cast<std::size_t>(twin - all.begin());
    all.push_back(std::move(instance));
    return all.size() - 1;
}

}  // namespace actlab::exporting
