#include "core/nn/neuron_pictures.hpp"

#include "core/nn/answer.hpp"
#include "core/nn/even_places.hpp"
#include "core/nn/forward.hpp"

#include "core/data/describe.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actlab::nn {

namespace {

constexpr std::size_t kMostProductsDrawn = 100'000'000;  // a few hundredths of a second

double greatestOf(const std::vector<std::vector<float>>& neurons)
{
    float greatest = 0;
    for (const std::vector<float>& neuron : neurons)
        for (const float value : neuron)
            if (std::isfinite(value))
                greatest = std::max(greatest, std::abs(value));
    return greatest;
}

ColumnPictures picturesOf(const Panel& panel, std::size_t features, std::size_t mostNeurons)
{
    ColumnPictures column{kNeuronPictureSide, features == 1 ? 1 : kNeuronPictureSide, {}, 0, false};
    for (std::size_t i = 0; i < std::min(panel.units, mostNeurons); ++i) {
        const std::span<const float> unit = panel.unit(i);
        column.neurons.emplace_back(unit.begin(), unit.end());
    }
    column.greatest = greatestOf(column.neurons);
    return column;
}

/// Logits become 2·probability − 1.
void makeProbabilities(Panel& logits)
{
    for (std::size_t row = 0; row < logits.rows; ++row) {
        float greatest = logits.unit(0)[row], sum = 0;
        for (std::size_t i = 0; i < logits.units; ++i)
            greatest = std::max(greatest, logits.unit(i)[row]);
        for (std::size_t i = 0; i < logits.units; ++i)
            sum += logits.unit(i)[row] = std::exp(logits.unit(i)[row] - greatest);
        for (std::size_t i = 0; i < logits.units; ++i)
            logits.unit(i)[row] = 2 * logits.unit(i)[row] / sum - 1;
    }
}

ColumnPictures outputPictures(Panel outputs, Answer kind, std::size_t features, std::size_t mostNeurons)
{
    if (kind == Answer::Logits)
        makeProbabilities(outputs);
    if (kind == Answer::Sign)
        std::ranges::transform(outputs.values, outputs.values.begin(), [](float value) { return std::tanh(value); });
    ColumnPictures column = picturesOf(outputs, features, mostNeurons);
    if (kind != Answer::Value)
        column.greatest = 1;
    return column;
}

ColumnPictures weightPictures(const Layout::Dense& layer, const data::Dataset& data,
                              std::span<const float> parameters, std::size_t mostNeurons)
{
    ColumnPictures column{data.imageWidth, data.imageHeight, {}, 0, true};
    for (std::size_t i = 0; i < std::min(layer.out, mostNeurons); ++i) {
        const auto weights = parameters.subspan(layer.weights + i * layer.in, layer.in);
        column.neurons.emplace_back(weights.begin(), weights.end());
    }
    column.greatest = greatestOf(column.neurons);
    return column;
}

}  // namespace

std::vector<ColumnPictures> neuronPictures(const TrainingSpec& spec, const data::Dataset& data,
                                           std::span<const float> parameters, std::size_t mostNeurons,
                                           const std::stop_token& stop)
{
    const Layout layout = layoutOf(spec, data);
    if (parameters.size() != layout.size)
        return {};
    std::vector<ColumnPictures> columns(layout.layers.size() + 1);
    if (data.imageWidth > 0)
        columns[1] = weightPictures(layout.layers[0], data, parameters, mostNeurons);
    const std::size_t features = data.train.features;
    const std::vector<float> places = evenPlaces(features, kNeuronPictureSide, data::reachOf(data));
    if (places.empty() || places.size() / features * layout.size > kMostProductsDrawn)
        return columns;
    Panel values = inputPanel(places, features, places.size() / features);
    columns[0] = picturesOf(values, features, mostNeurons);
    for (std::size_t i = 0; i < spec.hidden.size(); ++i) {
        if (stop.stop_requested())
            return {};
        const LearnedActivation learned(spec.hidden[i].activation, layout, i, parameters);
        values = learned.evaluate(preActivations(layout.layers[i], parameters, values)).values;
        columns[i + 1] = picturesOf(values, features, mostNeurons);
    }
    columns.back() = outputPictures(preActivations(layout.layers.back(), parameters, values),
                                    answerOf(spec.loss, data.task, layout.layers.back().out), features, mostNeurons);
    return columns;
}

}  // namespace actlab::nn
