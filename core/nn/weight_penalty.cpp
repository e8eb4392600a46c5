#include "core/nn/weight_penalty.hpp"

#include "core/nn/carried.hpp"

#include <algorithm>

namespace actlab::nn {

namespace {

float signOf(float value)
{
    return static_cast<float>((value > 0) - (value < 0));
}

}  // namespace

WeightPenalty::WeightPenalty(const TrainingSpec& spec, const Layout& layout)
    : m_l1(static_cast<float>(spec.l1)), m_l2(static_cast<float>(spec.l2))
{
    if (spec.l1 == 0 && spec.l2 == 0)
        return;
    m_before.resize(layout.size);
    m_isDead.resize(layout.size);
    listWeights(spec, layout);
}

void WeightPenalty::rebuild(const TrainingSpec& spec, const Layout& layout, std::span<const Carried> carried)
{
    m_before.resize(m_before.empty() ? 0 : layout.size);
    m_isDead = carriedInto(layout.size, m_isDead, carried);
    if (!m_before.empty())
        listWeights(spec, layout);
}

void WeightPenalty::listWeights(const TrainingSpec& spec, const Layout& layout)
{
    m_weights.clear();
    for (std::size_t i = 0; i < layout.layers.size(); ++i) {
        const Layout::Dense& layer = layout.layers[i];
        if (!isFrozen(spec, i))
            m_weights.push_back({layer.weights, layer.weights + layer.in * layer.out});
    }
}

void WeightPenalty::beforeStep(std::span<const float> parameters)
{
    std::copy_n(parameters.begin(), m_before.size(), m_before.begin());
}

void WeightPenalty::afterStep(std::span<float> parameters, double rate)
{
    for (const Range& weights : m_weights)
        for (std::size_t i = weights.begin; i < weights.end; ++i)
            parameters[i] = shrunk(i, parameters[i], static_cast<float>(rate));
}

void WeightPenalty::reviveWeights()
{
    std::ranges::fill(m_isDead, char{0});
}

float WeightPenalty::shrunk(std::size_t index, float stepped, float rate)
{
    const float before = m_before[index];
    const float after = stepped - rate * (m_l1 * signOf(before) + m_l2 * before);
    const bool crosses = m_l1 > 0 && stepped * after < 0;
    m_isDead[index] = m_isDead[index] || crosses;
    return m_isDead[index] ? 0 : after;
}

}  // namespace actlab::nn
