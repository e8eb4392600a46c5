#include "core/nn/fused/network.hpp"

#include <algorithm>
#include <utility>

namespace actlab::nn::fused {

namespace {

std::size_t widestOf(const Layout& layout)
{
    std::size_t widest = 0;
    for (const Layout::Dense& dense : layout.layers)
        widest = std::max(widest, dense.out);
    return widest;
}

}  // namespace

Network::Network(const TrainingSpec& spec, Layout layout, Dropout dropout)
    : m_layout(std::move(layout)),
      m_dropout(std::move(dropout)),
      m_factorRows(m_arena.take(paddedToLanes(m_dropout.neurons()) * kMostLanes))
{
    for (std::size_t i = 0; i < spec.hidden.size(); ++i)
        m_activations.emplace_back(spec.hidden[i].activation, m_layout, m_layout.layers[i]);
    for (const Layout::Dense& dense : m_layout.layers)
        addStage(dense);
    const std::size_t most = widestOf(m_layout) * kMostLanes;
    m_z = m_arena.take(most);
    m_slope = m_arena.take(most);
    m_nextSlope = m_arena.take(most);
}

void Network::addStage(const Layout::Dense& dense)
{
    Stage stage{m_arena.take(dense.in * kMostLanes), nullptr, paddedToLanes(dense.in + 1), {}};
    stage.inRows = m_arena.take(stage.rowStride * kMostLanes);
    for (std::size_t lane = 0; lane < kMostLanes; ++lane)
        stage.inRows[lane * stage.rowStride + dense.in] = 1;
    if (!m_stages.empty()) {
        std::vector<float*>& outputs = m_stages.back().outputs;
        outputs.push_back(stage.in);
        while (outputs.size() < m_activations[m_stages.size() - 1].outputCount())
            outputs.push_back(m_arena.take(dense.in * kMostLanes));
        if (m_dropout.isOn())
            m_stages.back().factors = m_arena.take(dense.in * kMostLanes);
    }
    m_stages.push_back(std::move(stage));
}

std::span<float> Network::row(std::size_t lane)
{
    const Stage& first = m_stages.front();
    return {first.inRows + lane * first.rowStride, m_layout.layers.front().in};
}

float* Network::forward(std::span<const float> parameters, std::size_t rows)
{
    begin(rows);
    for (std::size_t layer = 0; layer < m_activations.size(); ++layer) {
        multiply(parameters, layer);
        m_activations[layer].evaluate(parameters, m_z, {m_layout.layers[layer].out, m_lanes},
                                      std::span(m_stages[layer].outputs).first(1));
    }
    multiply(parameters, m_activations.size());
    return m_z;
}

float* Network::forwardForTraining(std::span<const float> parameters, std::size_t rows)
{
    begin(rows);
    drawFactors();
    for (std::size_t layer = 0; layer < m_activations.size(); ++layer) {
        const std::size_t width = m_layout.layers[layer].out;
        const Stage& next = m_stages[layer + 1];
        multiply(parameters, layer);
        m_activations[layer].evaluate(parameters, m_z, {width, m_lanes}, m_stages[layer].outputs);
        if (m_dropout.isOn())
            kernels().scale(next.in, m_stages[layer].factors, width * m_lanes);
        kernels().transpose(next.in, m_lanes, width, m_rows, next.inRows, next.rowStride);
    }
    multiply(parameters, m_activations.size());
    std::swap(m_z, m_slope);
    return m_slope;
}

void Network::backward(std::span<const float> parameters, float* gradient, bool isFirst)
{
    if (isFirst)
        for (const Layout::Learned& learned : m_layout.learned)
            std::fill_n(gradient + learned.offset, learned.count, 0.0f);
    for (std::size_t layer = m_activations.size(); layer > 0; --layer)
        backwardThrough(parameters, layer, gradient, isFirst);
    addWeights(0, gradient, isFirst);
}

void Network::begin(std::size_t rows)
{
    m_rows = rows;
    m_lanes = paddedToLanes(rows);
    const Stage& first = m_stages.front();
    putPanel(first.inRows, first.rowStride, m_layout.layers.front().in, first.in);
}

/// Lane by lane instead of row by row; the lanes without a row repeat the last one.
void Network::putPanel(const float* rows, std::size_t rowStride, std::size_t features, float* panel) const
{
    kernels().transpose(rows, rowStride, m_rows, features, panel, m_lanes);
    for (std::size_t feature = 0; feature < features; ++feature) {
        float* values = panel + feature * m_lanes;
        std::fill(values + m_rows, values + m_lanes, values[m_rows - 1]);
    }
}

void Network::drawFactors()
{
    if (!m_dropout.isOn())
        return;
    const std::size_t stride = paddedToLanes(m_dropout.neurons());
    for (std::size_t row = 0; row < m_rows; ++row)
        std::ranges::copy(m_dropout.nextRow(), m_factorRows + row * stride);
    std::size_t first = 0;
    for (std::size_t layer = 0; layer < m_activations.size(); ++layer) {
        putPanel(m_factorRows + first, stride, m_layout.layers[layer].out, m_stages[layer].factors);
        first += m_layout.layers[layer].out;
    }
}

/// m_z = W · in + b
void Network::multiply(std::span<const float> parameters, std::size_t layer)
{
    const Layout::Dense& dense = m_layout.layers[layer];
    const float* all = parameters.data();
    kernels().multiply({dense.out, m_lanes, dense.in, all + dense.weights, dense.in, 1, m_stages[layer].in, m_lanes,
                        m_z, m_lanes, all + dense.bias});
}

/// From the slope by what `layer` computes to the slope by what the layer before it does.
void Network::backwardThrough(std::span<const float> parameters, std::size_t layer, float* gradient, bool isFirst)
{
    const Layout::Dense& dense = m_layout.layers[layer];
    addWeights(layer, gradient, isFirst);
    kernels().multiply({dense.in, m_lanes, dense.out, parameters.data() + dense.weights, 1, dense.in, m_slope,
                        m_lanes, m_nextSlope, m_lanes});
    const PanelShape shape{dense.in, m_lanes};
    const std::span<float* const> outputs = m_stages[layer - 1].outputs;
    if (m_dropout.isOn())
        kernels().scale(m_nextSlope, m_stages[layer - 1].factors, shape.size());
    m_activations[layer - 1].addGradient(m_nextSlope, outputs.subspan(2), shape, gradient);
    kernels().scale(m_nextSlope, outputs[1], shape.size());
    std::swap(m_slope, m_nextSlope);
}

/// The 1 beside every row of inputs makes the column of the biases.
void Network::addWeights(std::size_t layer, float* gradient, bool isFirst)
{
    const Layout::Dense& dense = m_layout.layers[layer];
    const Stage& stage = m_stages[layer];
    kernels().multiply({dense.out, dense.in, m_rows, m_slope, m_lanes, 1, stage.inRows, stage.rowStride,
                        gradient + dense.weights, dense.in, nullptr, !isFirst, gradient + dense.bias});
}

}  // namespace actlab::nn::fused
