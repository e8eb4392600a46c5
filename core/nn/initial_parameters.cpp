#include "core/nn/engine.hpp"

#include "core/nn/hand_weights.hpp"
#include "core/nn/learned.hpp"

#include "core/analysis/facts.hpp"
#include "core/data/random.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::nn {

namespace {

/// 1/√E[x²] of what the first layer reads.
double inputGain(const data::Table& table)
{
    double squares = 0;
    for (const float x : table.inputs)
        squares += static_cast<double>(x) * x;
    return 1 / std::sqrt(squares / static_cast<double>(table.inputs.size()));
}

/// Inputs that are all 0, a constant activation or one that explodes have no gain to speak of: what a network can
/// still start with lies between 0.1 and 10.
double usable(double gain)
{
    return std::isfinite(gain) ? std::clamp(gain, 0.1, 10.0) : 1;
}

/// 1/√E[(x + y)²] for x and y that have nothing to do with each other.
double gainOfSum(double ofX, double ofY)
{
    return 1 / std::sqrt(1 / (ofX * ofX) + 1 / (ofY * ofY));
}

double firstWeight(Init init, const Layout::Dense& layer, double gain, data::Random& random)
{
    const auto in = static_cast<double>(layer.in), out = static_cast<double>(layer.out);
    const double reach = std::sqrt(6 / (in + out));
    switch (init) {
    case Init::Playground: return random.uniform(-0.5, 0.5);
    case Init::Kaiming: return random.normal() * std::sqrt(2 / in);
    case Init::Xavier: return random.uniform(-reach, reach);
    case Init::Auto: break;
    }
    return random.normal() * gain / std::sqrt(in);
}

double firstBias(Init init, const Layout::Dense& layer, data::Random& random)
{
    const double reach = 1 / std::sqrt(static_cast<double>(layer.in));
    switch (init) {
    case Init::Playground: return 0.1;
    case Init::Kaiming:
    case Init::Xavier: return 0;
    case Init::Auto: break;
    }
    return random.uniform(-reach, reach);
}

}  // namespace

std::vector<double> initialGains(const TrainingSpec& spec, const data::Dataset& data)
{
    std::vector<double> gains{usable(inputGain(data.train))};
    for (std::size_t i = 0; i < spec.hidden.size(); ++i) {
        const double own = usable(analysis::initGain(*spec.hidden[i].activation));
        gains.push_back(spec.hidden[i].residual ? usable(gainOfSum(gains.back(), own)) : own);
    }
    return gains;
}

std::vector<float> initialParameters(const TrainingSpec& spec, const data::Dataset& data)
{
    const Layout layout = layoutOf(spec, data);
    std::vector<float> parameters(layout.size);
    data::Random random(spec.seed);
    const std::vector<double> gains =
        spec.init == Init::Auto ? initialGains(spec, data) : std::vector<double>(layout.layers.size());
    for (std::size_t i = 0; i < layout.layers.size(); ++i) {
        const Layout::Dense& layer = layout.layers[i];
        for (std::size_t k = 0; k < layer.in * layer.out; ++k)
            parameters[layer.weights + k] = static_cast<float>(firstWeight(spec.init, layer, gains[i], random));
        for (std::size_t k = 0; k < layer.out; ++k)
            parameters[layer.bias + k] = static_cast<float>(firstBias(spec.init, layer, random));
        if (layer.norm) {
            std::fill_n(parameters.begin() + static_cast<std::ptrdiff_t>(layer.norm->scale), layer.out, 1.0F);
            std::fill_n(parameters.begin() + static_cast<std::ptrdiff_t>(layer.norm->variance), layer.out, 1.0F);
        }
    }
    startLearned(spec.hidden, layout, parameters);
    for (const HandWeight& weight : spec.handWeights)
        if (const auto index = indexOf(weight, layout))
            parameters[*index] = weight.value;
    return parameters;
}

}  // namespace actlab::nn
