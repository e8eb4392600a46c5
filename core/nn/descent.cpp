#include "core/nn/descent.hpp"

#include "core/nn/fused/kernels.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::nn {

namespace {

constexpr float kMomentum = 0.9f;
constexpr double kBeta1 = 0.9, kBeta2 = 0.999, kEpsilon = 1e-8, kDecay = 0.01;

float signOf(float value)
{
    return static_cast<float>((value > 0) - (value < 0));
}

}  // namespace

Descent::Descent(const TrainingSpec& spec, const Layout& layout)
    : m_kind(spec.optimizer), m_rate(spec.learningRate), m_l1(spec.l1), m_l2(spec.l2)
{
    const bool isAdam = m_kind == Optimizer::Adam || m_kind == Optimizer::AdamW;
    const std::size_t size = fused::paddedToLanes(layout.size);
    m_mean.resize(isAdam || m_kind == Optimizer::Momentum ? size : 0);
    m_square.resize(isAdam ? size : 0);
    if (m_l1 > 0 || m_l2 > 0)
        m_before.resize(layout.size);
    m_isDead.resize(m_before.size());
    for (const Layout::Dense& layer : layout.layers)
        m_weights.push_back({layer.weights, layer.weights + layer.in * layer.out});
}

void Descent::step(std::span<float> parameters, std::span<const float> gradient)
{
    std::copy_n(parameters.begin(), m_before.size(), m_before.begin());
    move(parameters, gradient);
    if (!m_before.empty())
        shrinkWeights(parameters);
}

void Descent::reviveWeights()
{
    std::ranges::fill(m_isDead, char{0});
}

void Descent::move(std::span<float> parameters, std::span<const float> gradient)
{
    const auto rate = static_cast<float>(m_rate);
    const fused::Kernels& kernels = fused::kernels();
    switch (m_kind) {
    case Optimizer::Sgd: return kernels.descend(parameters.data(), gradient.data(), rate, parameters.size());
    case Optimizer::Momentum:
        return kernels.descendWithMomentum(parameters.data(), gradient.data(), m_mean.data(), kMomentum, rate,
                                           parameters.size());
    case Optimizer::Adam:
    case Optimizer::AdamW: return moveByMoments(parameters, gradient);
    }
}

/// Kingma and Ba, arXiv 1412.6980; with decoupled decay Loshchilov and Hutter, arXiv 1711.05101.
void Descent::moveByMoments(std::span<float> parameters, std::span<const float> gradient)
{
    m_power1 *= kBeta1;
    m_power2 *= kBeta2;
    const double kept = m_kind == Optimizer::AdamW ? 1 - m_rate * kDecay : 1;
    const fused::Moments moments{static_cast<float>(m_rate / (1 - m_power1)),
                                 static_cast<float>(1 / std::sqrt(1 - m_power2)),
                                 static_cast<float>(kept),
                                 static_cast<float>(kBeta1),
                                 static_cast<float>(1 - kBeta1),
                                 static_cast<float>(kBeta2),
                                 static_cast<float>(1 - kBeta2),
                                 static_cast<float>(kEpsilon)};
    fused::kernels().descendWithMoments(parameters.data(), gradient.data(), m_mean.data(), m_square.data(), moments,
                                        parameters.size());
}

void Descent::shrinkWeights(std::span<float> parameters)
{
    for (const Range& weights : m_weights)
        for (std::size_t i = weights.begin; i < weights.end; ++i)
            parameters[i] = shrunk(i, parameters[i]);
}

float Descent::shrunk(std::size_t index, float stepped)
{
    const float before = m_before[index];
    const float pull = static_cast<float>(m_l1) * signOf(before) + static_cast<float>(m_l2) * before;
    const float after = stepped - static_cast<float>(m_rate) * pull;
    const bool crosses = m_l1 > 0 && stepped * after < 0;
    m_isDead[index] = m_isDead[index] || crosses;
    return m_isDead[index] ? 0 : after;
}

}  // namespace actlab::nn
