#include "core/nn/engine.hpp"

#include <algorithm>

namespace actlab::nn {

namespace {

std::size_t learnableCount(const activation::Activation& activation)
{
    return static_cast<std::size_t>(
        std::ranges::count(activation.parameters(), true, &activation::Parameter::learnable));
}

void append(Layout& layout, std::size_t in, std::size_t out, std::size_t activationCount)
{
    Layout::Dense dense{in, out, layout.size, 0, 0, activationCount};
    dense.bias = dense.weights + in * out;
    dense.activation = dense.bias + out;
    layout.size = dense.activation + activationCount;
    layout.layers.push_back(dense);
}

}  // namespace

std::size_t outputCount(Loss loss, const data::Dataset& data)
{
    const bool isOne = data.task == data::Task::Regression || (loss == Loss::MeanSquared && data.classes == 2);
    return isOne ? 1 : data.classes;
}

Layout layoutOf(const TrainingSpec& spec, const data::Dataset& data)
{
    Layout layout;
    std::size_t in = data.train.features;
    for (const Layer& layer : spec.hidden) {
        append(layout, in, layer.width, learnableCount(*layer.activation));
        in = layer.width;
    }
    append(layout, in, outputCount(spec.loss, data), 0);
    return layout;
}

}  // namespace actlab::nn
