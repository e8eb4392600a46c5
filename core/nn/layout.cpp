#include "core/nn/engine.hpp"

#include "core/nn/learned.hpp"

#include <algorithm>
#include <utility>

namespace actlab::nn {

namespace {

/// Which of `learned` are the learnable parameters of a layer's activation, in the order of that one's parameters.
std::vector<std::size_t> learnedOf(const std::vector<Layer>& hidden, std::size_t index,
                                   std::span<const LearnedParameter> learned)
{
    std::vector<std::size_t> found;
    for (const activation::Parameter& p : hidden[index].activation->parameters())
        for (std::size_t i = 0; p.learnable && i < learned.size(); ++i)
            if (learned[i].name == p.name && std::ranges::count(learned[i].layers, index) > 0)
                found.push_back(i);
    return found;
}

Layout::Dense denseAfter(const Layout& layout, std::size_t in, std::size_t out)
{
    Layout::Dense dense{in, out, layout.size, 0, 0, 0, {}};
    dense.bias = dense.weights + in * out;
    dense.activation = dense.bias + out;
    return dense;
}

void takeRoomForNorm(Layout::Dense& dense)
{
    const std::size_t scale = dense.activation;
    dense.norm = Layout::Norm{scale, scale + dense.out, scale + 2 * dense.out};
    dense.activation += 3 * dense.out;
}

void append(Layout& layout, Layout::Dense dense)
{
    layout.size = dense.activation + dense.activationCount;
    layout.layers.push_back(std::move(dense));
}

/// What a layer before has brought is only referred to.
void appendHidden(Layout& layout, const std::vector<Layer>& hidden, std::size_t index, std::size_t in,
                  std::span<const LearnedParameter> learned)
{
    Layout::Dense dense = denseAfter(layout, in, hidden[index].width);
    dense.residual = hidden[index].residual && index > 0 && dense.in == dense.out;
    if (hidden[index].batchNorm)
        takeRoomForNorm(dense);
    dense.learned = learnedOf(hidden, index, learned);
    for (const std::size_t i : dense.learned) {
        if (i < layout.learned.size())
            continue;
        layout.learned.push_back({dense.activation + dense.activationCount, learned[i].count});
        dense.activationCount += learned[i].count;
    }
    append(layout, std::move(dense));
}

}  // namespace

std::size_t outputCount(Loss loss, const data::Dataset& data)
{
    const bool isOne = data.task == data::Task::Regression || (loss == Loss::MeanSquared && data.classes == 2);
    return isOne ? 1 : data.classes;
}

Layout layoutOf(const TrainingSpec& spec, const data::Dataset& data)
{
    const std::vector<LearnedParameter> learned = learnedParameters(spec.hidden);
    Layout layout;
    std::size_t in = data.train.features;
    for (std::size_t i = 0; i < spec.hidden.size(); ++i) {
        appendHidden(layout, spec.hidden, i, in, learned);
        in = spec.hidden[i].width;
    }
    append(layout, denseAfter(layout, in, outputCount(spec.loss, data)));
    return layout;
}

std::size_t learnableCount(const Layout& layout)
{
    std::size_t running = 0;
    for (const Layout::Dense& dense : layout.layers)
        running += dense.norm ? 2 * dense.out : 0;
    return layout.size - running;
}

}  // namespace actlab::nn
