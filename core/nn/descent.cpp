#include "core/nn/descent.hpp"

#include "core/nn/carried.hpp"
#include "core/nn/fused/kernels.hpp"

#include <cmath>
#include <stdexcept>

namespace actlab::nn {

namespace {

constexpr float kMomentum = 0.9f;
constexpr float kAdagradEpsilon = 1e-10f;
constexpr double kAlpha = 0.99;
constexpr double kBeta1 = 0.9, kBeta2 = 0.999, kEpsilon = 1e-8, kDecay = 0.01;

bool hasMean(Optimizer kind)
{
    using enum Optimizer;
    return kind == Momentum || kind == Nesterov || kind == Adam || kind == AdamW;
}

bool hasSquare(Optimizer kind)
{
    using enum Optimizer;
    return kind == Adagrad || kind == RmsProp || kind == Adam || kind == AdamW;
}

}  // namespace

Descent::Descent(const TrainingSpec& spec, const Layout& layout)
    : m_kind(spec.optimizer), m_rate(spec.learningRate), m_penalty(spec, layout)
{
    if (m_kind == Optimizer::Lbfgs)
        throw std::runtime_error("L-BFGS needs the torch engine.");
    const std::size_t size = fused::paddedToLanes(layout.size);
    m_mean.resize(hasMean(m_kind) ? size : 0);
    m_square.resize(hasSquare(m_kind) ? size : 0);
}

void Descent::rebuild(const TrainingSpec& spec, const Layout& layout, std::span<const Carried> carried)
{
    const std::size_t size = fused::paddedToLanes(layout.size);
    m_mean = carriedInto(size, m_mean, carried);
    m_square = carriedInto(size, m_square, carried);
    m_penalty.rebuild(spec, layout, carried);
}

void Descent::step(std::span<float> parameters, std::span<const float> gradient)
{
    m_penalty.beforeStep(parameters);
    move(parameters, gradient);
    m_penalty.afterStep(parameters, m_rate);
}

void Descent::move(std::span<float> parameters, std::span<const float> gradient)
{
    const fused::Kernels& by = fused::kernels();
    float* const p = parameters.data();
    const float* const g = gradient.data();
    const std::size_t count = parameters.size();
    const auto rate = static_cast<float>(m_rate);
    switch (m_kind) {
    case Optimizer::Sgd: return by.descend(p, g, rate, count);
    case Optimizer::Momentum: return by.descendWithMomentum(p, g, m_mean.data(), {rate, kMomentum, 1, 0}, count);
    case Optimizer::Nesterov:
        return by.descendWithMomentum(p, g, m_mean.data(), {rate, kMomentum, kMomentum, 1}, count);
    case Optimizer::Adagrad: return by.descendBySquares(p, g, m_square.data(), {rate, 1, 1, kAdagradEpsilon}, count);
    case Optimizer::RmsProp:
        return by.descendBySquares(
            p, g, m_square.data(),
            {rate, static_cast<float>(kAlpha), static_cast<float>(1 - kAlpha), static_cast<float>(kEpsilon)}, count);
    case Optimizer::Adam:
    case Optimizer::AdamW: return moveByMoments(parameters, gradient);
    case Optimizer::Lbfgs: break;  // refused when this was built
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

}  // namespace actlab::nn
