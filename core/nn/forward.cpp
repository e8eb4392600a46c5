#include "core/nn/forward.hpp"

#include "core/nn/batch_norm.hpp"
#include "core/nn/learned.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace actlab::nn {

namespace {

constexpr std::size_t kMostProductsLookedAt = 100'000'000, kLeastRows = 16;

void normalise(std::span<float> unit, const UnitNorm& norm, float bias)
{
    const auto mean = static_cast<float>(norm.mean), factor = static_cast<float>(norm.factor);
    for (float& value : unit)
        value = (value - mean) * factor + bias;
}

}  // namespace

std::size_t rowsToLookAt(const Layout& layout, const data::Dataset& data, std::size_t mostRows)
{
    const std::size_t affordable =
        std::max(kMostProductsLookedAt / std::max<std::size_t>(layout.size, 1), kLeastRows);
    return std::min({mostRows, affordable, data.train.rows()});
}

Panel inputPanel(std::span<const float> inputs, std::size_t features, std::size_t rows)
{
    Panel panel(features, rows);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t i = 0; i < features; ++i)
            panel.unit(i)[row] = inputs[row * features + i];
    return panel;
}

Panel preActivations(const Layout::Dense& layer, std::span<const float> parameters, const Panel& inputs)
{
    Panel outputs(layer.out, inputs.rows);
    for (std::size_t i = 0; i < layer.out; ++i) {
        const std::span<float> unit = outputs.unit(i);
        const float bias = parameters[layer.bias + i];
        std::ranges::fill(unit, layer.norm ? 0 : bias);
        for (std::size_t k = 0; k < layer.in; ++k) {
            const float weight = parameters[layer.weights + i * layer.in + k];
            const std::span<const float> input = inputs.unit(k);
            for (std::size_t row = 0; row < inputs.rows; ++row)
                unit[row] += weight * input[row];
        }
        if (layer.norm)
            normalise(unit, runningNorm(layer, parameters, i), bias);
    }
    return outputs;
}

Panel handedOn(const Layout::Dense& layer, Panel values, const Panel& inputs)
{
    if (layer.residual)
        std::ranges::transform(values.values, inputs.values, values.values.begin(), std::plus());
    return values;
}

LearnedActivation::LearnedActivation(activation::ActivationPtr activation, const Layout& layout, std::size_t layer,
                                     std::span<const float> parameters)
    : m_activation(std::move(activation))
{
    for (const LayerLearned& each : learnedByLayer(*m_activation, layout, layer, parameters))
        m_values.push_back({each.name, {each.values.begin(), each.values.end()}});
}

bool LearnedActivation::hasChannels() const
{
    return std::ranges::any_of(m_values, [](const Value& each) { return each.ofUnits.size() > 1; });
}

activation::ActivationPtr LearnedActivation::ofUnit(std::size_t unit) const
{
    activation::ActivationPtr made = m_activation;
    for (const Value& each : m_values)
        made = made->withValue(each.name, each.ofUnits[each.ofUnits.size() > 1 ? unit : 0]);
    return made;
}

activation::ActivationPtr LearnedActivation::atMean() const
{
    activation::ActivationPtr made = m_activation;
    for (const Value& each : m_values) {
        const float sum = std::accumulate(each.ofUnits.begin(), each.ofUnits.end(), 0.0F);
        made = made->withValue(each.name, sum / static_cast<float>(each.ofUnits.size()));
    }
    return made;
}

LearnedActivation::Curves LearnedActivation::evaluate(const Panel& preActivations) const
{
    Curves curves{preActivations, preActivations};
    const activation::ActivationPtr common = hasChannels() ? nullptr : ofUnit(0);
    for (std::size_t i = 0; i < preActivations.units; ++i) {
        const auto orders = (common ? common : ofUnit(i))->evaluate<float>(preActivations.unit(i), 1);
        std::ranges::copy(orders[0], curves.values.unit(i).begin());
        std::ranges::copy(orders[1], curves.slopes.unit(i).begin());
    }
    return curves;
}

}  // namespace actlab::nn
