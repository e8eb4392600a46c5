#include "core/nn/neuron_pictures.hpp"

#include "core/nn/answer.hpp"
#include "core/nn/even_places.hpp"
#include "core/nn/forward.hpp"

#include "core/data/describe.hpp"
#include "core/data/features.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actlab::nn {

namespace {

constexpr double kPalest = 0.1;
constexpr std::size_t kMostProductsDrawn = 100'000'000;  // a few hundredths of a second

double greatestOf(const std::vector<float>& values)
{
    float greatest = 0;
    for (const float value : values)
        if (std::isfinite(value))
            greatest = std::max(greatest, std::abs(value));
    return greatest;
}

/// Each by its own measure.
void scaleAlone(ColumnPictures& column)
{
    column.scales.clear();
    for (const std::vector<float>& neuron : column.neurons)
        column.scales.push_back(greatestOf(neuron));
}

/// Each by its own measure, but those that hardly answer beside the others stay pale.
void scaleTogether(ColumnPictures& column)
{
    scaleAlone(column);
    if (column.scales.empty())
        return;
    const double least = kPalest * *std::ranges::max_element(column.scales);
    for (double& scale : column.scales)
        scale = std::max(scale, least);
}

ColumnPictures picturesOf(const Panel& panel, std::size_t dimensions, std::size_t mostNeurons)
{
    ColumnPictures column{kNeuronPictureSide, dimensions == 1 ? 1 : kNeuronPictureSide, {}, {}, false};
    for (std::size_t i = 0; i < std::min(panel.units, mostNeurons); ++i) {
        const std::span<const float> unit = panel.unit(i);
        column.neurons.emplace_back(unit.begin(), unit.end());
    }
    scaleTogether(column);
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

ColumnPictures outputPictures(Panel outputs, Answer kind, std::size_t dimensions, std::size_t mostNeurons)
{
    if (kind == Answer::Logits)
        makeProbabilities(outputs);
    if (kind == Answer::Sign)
        std::ranges::transform(outputs.values, outputs.values.begin(), [](float value) { return std::tanh(value); });
    ColumnPictures column = picturesOf(outputs, dimensions, mostNeurons);
    if (kind != Answer::Value)
        std::ranges::fill(column.scales, 1);
    return column;
}

ColumnPictures weightPictures(const Layout::Dense& layer, const data::Dataset& data,
                              std::span<const float> parameters, std::size_t mostNeurons)
{
    ColumnPictures column{data.imageWidth, data.imageHeight, {}, {}, true};
    for (std::size_t i = 0; i < std::min(layer.out, mostNeurons); ++i) {
        const auto weights = parameters.subspan(layer.weights + i * layer.in, layer.in);
        column.neurons.emplace_back(weights.begin(), weights.end());
    }
    scaleAlone(column);
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
    const std::size_t dimensions = data::dimensions(data);
    std::vector<float> places = evenPlaces(dimensions, kNeuronPictureSide, data::reachOf(data));
    const std::size_t rows = places.size() / dimensions;
    if (places.empty() || rows * layout.size > kMostProductsDrawn)
        return columns;
    Panel values = inputPanel(data::inputsAt(data, std::move(places)), data.train.features, rows);
    columns[0] = picturesOf(values, dimensions, mostNeurons);
    scaleAlone(columns[0]);  // x² is far larger than sin x
    for (std::size_t i = 0; i < spec.hidden.size(); ++i) {
        if (stop.stop_requested())
            return {};
        const LearnedActivation learned(spec.hidden[i].activation, layout, i, parameters);
        values = handedOn(layout.layers[i],
                          learned.evaluate(preActivations(layout.layers[i], parameters, values)).values, values);
        columns[i + 1] = picturesOf(values, dimensions, mostNeurons);
    }
    columns.back() =
        outputPictures(preActivations(layout.layers.back(), parameters, values),
                       answerOf(spec.loss, data.task, layout.layers.back().out), dimensions, mostNeurons);
    return columns;
}

}  // namespace actlab::nn
