#include "core/torch/optimizer.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::torch_room {

namespace {

constexpr float kMomentum = 0.9f;
constexpr double kBeta1 = 0.9, kBeta2 = 0.999, kEpsilon = 1e-8, kDecay = 0.01;

float signOf(float value)
{
    return static_cast<float>((value > 0) - (value < 0));
}

}  // namespace

Optimizer::Optimizer(const nn::TrainingSpec& spec, const nn::Layout& layout)
    : m_kind(spec.optimizer),
      m_rate(spec.learningRate),
      m_l1(spec.l1),
      m_l2(spec.l2),
      m_mean(layout.size),
      m_square(layout.size),
      m_isWeight(layout.size),
      m_isDead(layout.size)
{
    for (const nn::Layout::Dense& layer : layout.layers)
        std::fill_n(m_isWeight.begin() + static_cast<std::ptrdiff_t>(layer.weights), layer.in * layer.out, 1);
}

void Optimizer::step(std::span<float> parameters, std::span<const float> gradient)
{
    ++m_steps;
    const bool hasPenalty = m_l1 > 0 || m_l2 > 0;
    if (hasPenalty)
        m_before.assign(parameters.begin(), parameters.end());
    switch (m_kind) {
    case nn::Optimizer::Sgd: descend(parameters, gradient); break;
    case nn::Optimizer::Momentum: descendWithMomentum(parameters, gradient); break;
    case nn::Optimizer::Adam:
    case nn::Optimizer::AdamW: descendWithMoments(parameters, gradient); break;
    }
    if (hasPenalty)
        shrinkWeights(parameters);
}

void Optimizer::reviveWeights()
{
    std::fill(m_isDead.begin(), m_isDead.end(), char{0});
}

void Optimizer::descend(std::span<float> parameters, std::span<const float> gradient)
{
    const auto rate = static_cast<float>(m_rate);
    for (std::size_t i = 0; i < parameters.size(); ++i)
        parameters[i] -= rate * gradient[i];
}

void Optimizer::descendWithMomentum(std::span<float> parameters, std::span<const float> gradient)
{
    const auto rate = static_cast<float>(m_rate);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        m_mean[i] = kMomentum * m_mean[i] + gradient[i];
        parameters[i] -= rate * m_mean[i];
    }
}

/// Kingma and Ba, arXiv 1412.6980; with decoupled decay Loshchilov and Hutter, arXiv 1711.05101.
void Optimizer::descendWithMoments(std::span<float> parameters, std::span<const float> gradient)
{
    const auto steps = static_cast<double>(m_steps);
    const auto rate = static_cast<float>(m_rate / (1 - std::pow(kBeta1, steps)));
    const auto root = static_cast<float>(std::sqrt(1 - std::pow(kBeta2, steps)));
    const auto kept = static_cast<float>(m_kind == nn::Optimizer::AdamW ? 1 - m_rate * kDecay : 1);
    const auto beta1 = static_cast<float>(kBeta1), new1 = static_cast<float>(1 - kBeta1);
    const auto beta2 = static_cast<float>(kBeta2), new2 = static_cast<float>(1 - kBeta2);
    const auto epsilon = static_cast<float>(kEpsilon);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        m_mean[i] = beta1 * m_mean[i] + new1 * gradient[i];
        m_square[i] = beta2 * m_square[i] + new2 * gradient[i] * gradient[i];
        parameters[i] = kept * parameters[i] - rate * m_mean[i] / (std::sqrt(m_square[i]) / root + epsilon);
    }
}

void Optimizer::shrinkWeights(std::span<float> parameters)
{
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (!m_isWeight[i])
            continue;
        const float before = m_before[i];
        const float pull = static_cast<float>(m_l1) * signOf(before) + static_cast<float>(m_l2) * before;
        const float after = parameters[i] - static_cast<float>(m_rate) * pull;
        const bool crosses = m_l1 > 0 && parameters[i] * after < 0;
        m_isDead[i] = m_isDead[i] || crosses;
        parameters[i] = m_isDead[i] ? 0 : after;
    }
}

}  // namespace actlab::torch_room
