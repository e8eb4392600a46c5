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

/// Panels have room for whole tiles of 4 × 4 numbers, in which they are transposed.
std::size_t paddedToTile(std::size_t features)
{
    return (features + 3) / 4 * 4;
}

/// From row to row of the factors of all hidden layers: whole tiles of the last one are read too.
std::size_t factorStride(const Dropout& dropout)
{
    return paddedToLanes(dropout.neurons() + 3);
}

}  // namespace

bool needsWholeBatch(const Layout& layout)
{
    return std::ranges::any_of(layout.layers, [](const Layout::Dense& dense) { return dense.norm.has_value(); });
}

std::size_t panelLanes(const Layout& layout, std::size_t batch)
{
    return needsWholeBatch(layout) ? std::max(kMostLanes, paddedToLanes(batch)) : kMostLanes;
}

Network::Network(const TrainingSpec& spec, Layout layout, Dropout dropout, std::size_t mostLanes,
                 std::function<bool()> isOver)
    : m_layout(std::move(layout)),
      m_mostLanes(mostLanes),
      m_isOver(std::move(isOver)),
      m_dropout(std::move(dropout)),
      m_factorRows(m_arena.take(factorStride(m_dropout) * mostLanes))
{
    for (std::size_t i = 0; i < spec.hidden.size(); ++i)
        m_activations.emplace_back(spec.hidden[i].activation, m_layout, m_layout.layers[i]);
    for (const Layout::Dense& dense : m_layout.layers)
        addStage(dense);
    addNorms(spec);
    const std::size_t most = widestOf(m_layout) * m_mostLanes;
    m_z = m_arena.take(most);
    m_slope = m_arena.take(most);
    m_nextSlope = m_arena.take(most);
    m_linkSlope = m_arena.take(most);
}

void Network::addStage(const Layout::Dense& dense)
{
    const std::size_t room = paddedToTile(dense.in) * m_mostLanes;
    Stage stage{m_arena.take(room), nullptr, paddedToLanes(dense.in + 1), {}};
    stage.inRows = m_arena.take(stage.rowStride * m_mostLanes);
    if (!m_stages.empty()) {
        std::vector<float*>& outputs = m_stages.back().outputs;
        outputs.push_back(stage.in);
        while (outputs.size() < m_activations[m_stages.size() - 1].outputCount())
            outputs.push_back(m_arena.take(room));
        if (m_dropout.isOn())
            m_stages.back().factors = m_arena.take(room);
    }
    m_stages.push_back(std::move(stage));
}

void Network::addNorms(const TrainingSpec& spec)
{
    for (std::size_t i = 0; i < spec.hidden.size(); ++i)
        if (m_layout.layers[i].norm)
            m_stages[i].norm.emplace(m_layout.layers[i], spec.hidden[i].frozen, m_mostLanes, m_arena);
}

std::span<float> Network::row(std::size_t lane)
{
    const Stage& first = m_stages.front();
    return {first.inRows + lane * first.rowStride, m_layout.layers.front().in};
}

bool Network::gather(const data::Table& table, std::span<const std::size_t> rows)
{
    m_isBrokenOff = false;
    const Stage& first = m_stages.front();
    inPieces(rows.size(), [&](std::size_t at, std::size_t count) {
        kernels().gather(table.inputs.data(), table.features, rows.data() + at, count,
                         first.inRows + at * first.rowStride, first.rowStride);
    });
    return !m_isBrokenOff;
}

float* Network::forward(std::span<const float> parameters, std::size_t rows)
{
    begin(rows);
    for (std::size_t layer = 0; layer < m_activations.size(); ++layer) {
        const PanelPart all{0, m_layout.layers[layer].out, m_lanes};
        multiply(parameters, layer);
        if (m_stages[layer].norm)
            m_stages[layer].norm->answer(parameters, m_z, all);
        m_activations[layer].evaluate(parameters, m_z, all, std::span(m_stages[layer].outputs).first(1));
        addLink(layer, all);
    }
    multiply(parameters, m_activations.size());
    return m_z;
}

float* Network::forwardForTraining(std::span<const float> parameters, std::size_t rows)
{
    begin(rows);
    drawFactors();
    for (std::size_t layer = 0; layer < m_activations.size() && !m_isBrokenOff; ++layer) {
        Stage &stage = m_stages[layer], &next = m_stages[layer + 1];
        multiply(parameters, layer);
        inParts(layer, [&](PanelPart part) {
            if (stage.norm)
                stage.norm->forward(parameters, m_z, part, m_rows);
            m_activations[layer].evaluate(parameters, m_z, part, stage.outputs);
            if (m_dropout.isOn())
                kernels().scale(next.in + part.offset(), stage.factors + part.offset(), part.size());
            addLink(layer, part);
        });
        inPieces(m_lanes, [&](std::size_t at, std::size_t lanes) {
            kernels().transpose(next.in + at, m_lanes, paddedToTile(m_layout.layers[layer].out), lanes,
                                next.inRows + at * next.rowStride, next.rowStride);
        });
    }
    multiply(parameters, m_activations.size());
    std::swap(m_z, m_slope);
    return m_isBrokenOff ? nullptr : m_slope;
}

bool Network::backward(std::span<const float> parameters, float* gradient, bool isFirst)
{
    if (isFirst)
        for (const Layout::Learned& learned : m_layout.learned)
            std::fill_n(gradient + learned.offset, learned.count, 0.0f);
    for (std::size_t layer = m_activations.size(); layer > 0 && !m_isBrokenOff; --layer)
        backwardThrough(parameters, layer, gradient, isFirst);
    addWeights(0, gradient, isFirst);
    return !m_isBrokenOff;
}

void Network::follow(std::span<float> parameters) const
{
    for (const Stage& stage : m_stages)
        if (stage.norm)
            stage.norm->follow(parameters);
}

void Network::begin(std::size_t rows)
{
    m_rows = rows;
    m_lanes = paddedToLanes(rows);
    m_isBrokenOff = false;
    const Stage& first = m_stages.front();
    putPanel(first.inRows, first.rowStride, m_layout.layers.front().in, first.in);
}

/// Lane by lane instead of row by row; the lanes without a row repeat the last one.
void Network::putPanel(const float* rows, std::size_t rowStride, std::size_t features, float* panel)
{
    inPieces(m_lanes, [&](std::size_t at, std::size_t lanes) {
        kernels().transpose(rows + at * rowStride, rowStride, lanes, paddedToTile(features), panel + at, m_lanes);
    });
    for (std::size_t feature = 0; feature < features; ++feature) {
        float* values = panel + feature * m_lanes;
        std::fill(values + m_rows, values + m_lanes, values[m_rows - 1]);
    }
}

void Network::drawFactors()
{
    if (!m_dropout.isOn())
        return;
    const std::size_t stride = factorStride(m_dropout);
    inPieces(m_rows, [&](std::size_t at, std::size_t rows) {
        for (std::size_t row = at; row < at + rows; ++row)
            std::ranges::copy(m_dropout.nextRow(), m_factorRows + row * stride);
    });
    std::size_t first = 0;
    for (std::size_t layer = 0; layer < m_activations.size(); ++layer) {
        putPanel(m_factorRows + first, stride, m_layout.layers[layer].out, m_stages[layer].factors);
        first += m_layout.layers[layer].out;
    }
}

/// `work` on so many lanes or rows at a time that they stay at hand, and asks in between whether to go on.
template <class Work>
void Network::inPieces(std::size_t count, Work work)
{
    if (count <= kMostLanes)
        return work(0, count);
    for (std::size_t at = 0; at < count && !m_isBrokenOff; at += kMostLanes) {
        work(at, std::min(kMostLanes, count - at));
        m_isBrokenOff = m_isOver && m_isOver();
    }
}

/// `work` on so many units of a layer's panel at a time that they stay at hand, and asks in between whether to go on.
template <class Work>
void Network::inParts(std::size_t layer, Work work)
{
    const std::size_t units = m_layout.layers[layer].out;
    if (m_lanes <= kMostLanes)
        return work(PanelPart{0, units, m_lanes});
    constexpr std::size_t kNumbersAtHand = 16'384;
    const std::size_t most = std::max<std::size_t>(kNumbersAtHand / m_lanes, 1);
    for (std::size_t first = 0; first < units && !m_isBrokenOff; first += most) {
        work(PanelPart{first, std::min(most, units - first), m_lanes});
        m_isBrokenOff = m_isOver && m_isOver();
    }
}

/// m_z = W · in + b; where batch normalisation comes after it, without b.
void Network::multiply(std::span<const float> parameters, std::size_t layer)
{
    const Layout::Dense& dense = m_layout.layers[layer];
    const float* all = parameters.data();
    inPieces(m_lanes, [&](std::size_t at, std::size_t lanes) {
        kernels().multiply({dense.out, lanes, dense.in, all + dense.weights, dense.in, 1, m_stages[layer].in + at,
                            m_lanes, m_z + at, m_lanes, dense.norm ? nullptr : all + dense.bias});
    });
}

/// What went into a layer with a residual link comes to what it hands on.
void Network::addLink(std::size_t layer, PanelPart part)
{
    if (!m_layout.layers[layer].residual)
        return;
    float* out = m_stages[layer + 1].in + part.offset();
    const float* in = m_stages[layer].in + part.offset();
    for (std::size_t i = 0; i < part.size(); ++i)
        out[i] += in[i];
}

/// From the slope by what `layer` computes to the slope by what the layer before it does.
void Network::backwardThrough(std::span<const float> parameters, std::size_t layer, float* gradient, bool isFirst)
{
    addWeights(layer, gradient, isFirst);
    multiplyBack(parameters, layer);
    const Stage& stage = m_stages[layer - 1];
    const std::span<float* const> outputs = stage.outputs;
    inParts(layer - 1, [&](PanelPart part) {
        float* slope = m_nextSlope + part.offset();
        if (m_layout.layers[layer - 1].residual)
            std::copy_n(slope, part.size(), m_linkSlope + part.offset());
        if (m_dropout.isOn())
            kernels().scale(slope, stage.factors + part.offset(), part.size());
        m_activations[layer - 1].addGradient(m_nextSlope, outputs.subspan(2), part, gradient);
        kernels().scale(slope, outputs[1] + part.offset(), part.size());
        if (stage.norm)
            stage.norm->backward(parameters, m_nextSlope, part, gradient);
    });
    std::swap(m_slope, m_nextSlope);
}

/// m_nextSlope = Wᵀ · m_slope, and what comes by the residual link.
void Network::multiplyBack(std::span<const float> parameters, std::size_t layer)
{
    const Layout::Dense& dense = m_layout.layers[layer];
    if (dense.residual)
        std::swap(m_nextSlope, m_linkSlope);
    inPieces(m_lanes, [&](std::size_t at, std::size_t lanes) {
        kernels().multiply({dense.in, lanes, dense.out, parameters.data() + dense.weights, 1, dense.in, m_slope + at,
                            m_lanes, m_nextSlope + at, m_lanes, nullptr, dense.residual});
    });
}

/// Where there is batch normalisation, it has seen to the biases.
void Network::addWeights(std::size_t layer, float* gradient, bool isFirst)
{
    const Layout::Dense& dense = m_layout.layers[layer];
    const Stage& stage = m_stages[layer];
    inPieces(m_rows, [&](std::size_t at, std::size_t rows) {
        kernels().multiply({dense.out, dense.in, rows, m_slope + at, m_lanes, 1, stage.inRows + at * stage.rowStride,
                            stage.rowStride, gradient + dense.weights, dense.in, nullptr, !isFirst || at > 0});
        if (!dense.norm)
            kernels().sumRows(m_slope + at, m_lanes, dense.out, rows, gradient + dense.bias, !isFirst || at > 0);
    });
}

}  // namespace actlab::nn::fused
