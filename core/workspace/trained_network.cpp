#include "core/workspace/trained_network.hpp"

#include "core/nn/answer.hpp"
#include "core/nn/batch_norm.hpp"
#include "core/nn/engine.hpp"
#include "core/nn/learned.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::workspace {

namespace {

exporting::Output outputOf(const nn::TrainingSpec& spec, const data::Dataset& data, std::size_t outputs)
{
    switch (nn::answerOf(spec.loss, data.task, outputs)) {
    case nn::Answer::Value: break;
    case nn::Answer::Sign: return exporting::Output::Sign;
    case nn::Answer::OneHot: return exporting::Output::Scores;
    case nn::Answer::Logits: return exporting::Output::Logits;
    }
    return exporting::Output::Value;
}

class Reading {
public:
    Reading(const nn::Layout& layout, std::span<const float> parameters) : m_layout(layout), m_parameters(parameters)
    {
    }

    exporting::DenseLayer layer(std::size_t index) const
    {
        const nn::Layout::Dense& dense = m_layout.layers[index];
        exporting::DenseLayer made{
            dense.in, dense.out, part(dense.weights, dense.in * dense.out), part(dense.bias, dense.out), {}};
        made.residual = dense.residual;
        if (dense.norm)
            foldNorm(dense, made);
        return made;
    }

    exporting::ActivationInstance instance(std::size_t index, const activation::ActivationPtr& activation) const
    {
        exporting::ActivationInstance made{activation, {}};
        for (const auto& [name, values] : nn::learnedByLayer(*activation, m_layout, index, m_parameters))
            made.learned.push_back({name, {values.begin(), values.end()}});
        return made;
    }

private:
    /// (W x − m)·f + b = (f W) x + (b − f m).
    void foldNorm(const nn::Layout::Dense& dense, exporting::DenseLayer& layer) const
    {
        for (std::size_t i = 0; i < layer.out; ++i) {
            const nn::UnitNorm norm = nn::runningNorm(dense, m_parameters, i);
            for (std::size_t k = 0; k < layer.in; ++k)
                layer.weights[i * layer.in + k] = static_cast<float>(norm.factor * layer.weights[i * layer.in + k]);
            layer.bias[i] = static_cast<float>(layer.bias[i] - norm.factor * norm.mean);
        }
    }

    std::vector<float> part(std::size_t offset, std::size_t count) const
    {
        const auto found = m_parameters.subspan(offset, count);
        return {found.begin(), found.end()};
    }

    const nn::Layout& m_layout;
    std::span<const float> m_parameters;
};

/// W (x − m)/d + b = (W/d) x + (b − W m/d).
void takeUnscaled(exporting::DenseLayer& first, const std::vector<data::Scaling>& scaling)
{
    for (std::size_t i = 0; i < first.out; ++i) {
        double bias = first.bias[i];
        for (std::size_t k = 0; k < scaling.size(); ++k) {
            float& weight = first.weights[i * first.in + k];
            bias -= weight * scaling[k].mean / scaling[k].deviation;
            weight = static_cast<float>(weight / scaling[k].deviation);
        }
        first.bias[i] = static_cast<float>(bias);
    }
}

void giveUnscaled(exporting::DenseLayer& last, const data::Scaling& scaling)
{
    for (float& weight : last.weights)
        weight = static_cast<float>(weight * scaling.deviation);
    for (float& bias : last.bias)
        bias = static_cast<float>(bias * scaling.deviation + scaling.mean);
}

template <class Visit>
void forEachList(const exporting::Network& network, Visit visit)
{
    for (const exporting::DenseLayer& layer : network.layers) {
        visit(layer.weights);
        visit(layer.bias);
    }
    for (const exporting::ActivationInstance& instance : network.activations)
        for (const exporting::LearnedValues& learned : instance.learned)
            visit(learned.values);
}

}  // namespace

exporting::Network trainedNetwork(const nn::TrainingSpec& spec, const data::Dataset& data,
                                  std::span<const float> parameters)
{
    const nn::Layout layout = nn::layoutOf(spec, data);
    const Reading reading(layout, parameters);
    exporting::Network network;
    network.inputs = data.featureNames;
    network.classes = data.classNames;
    network.output = outputOf(spec, data, layout.layers.back().out);
    for (std::size_t i = 0; i < layout.layers.size(); ++i) {
        network.layers.push_back(reading.layer(i));
        if (i < spec.hidden.size())
            network.layers.back().activation =
                exporting::addInstance(network, reading.instance(i, spec.hidden[i].activation));
    }
    takeUnscaled(network.layers.front(), data.inputScaling);
    if (network.output == exporting::Output::Value)
        giveUnscaled(network.layers.back(), data.targetScaling);
    return network;
}

std::size_t learnedNumbers(const exporting::Network& network)
{
    std::size_t count = 0;
    forEachList(network, [&](const std::vector<float>& numbers) { count += numbers.size(); });
    return count;
}

bool isFinite(const exporting::Network& network)
{
    bool finite = true;
    forEachList(network, [&](const std::vector<float>& numbers) {
        finite = finite && std::ranges::all_of(numbers, [](float number) { return std::isfinite(number); });
    });
    return finite;
}

}  // namespace actlab::workspace
