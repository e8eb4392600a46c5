#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/nn/engine.hpp"

namespace actlab::torch_room {

/// The spec's optimiser on the flat parameter vector, with the formulas and defaults of torch.optim: SGD,
/// momentum 0.9, Adam and AdamW with betas 0.9 and 0.999, epsilon 1e-8; AdamW's decay is 0.01 for everything.
///
/// L1 and L2 act on weights only, after that step, as TensorFlow Playground does:
/// w −= rate · (l1 · sign(w₀) + l2 · w₀) where w₀ is the weight before the step. A weight that L1 carries across 0
/// becomes 0 and stays so.
class Optimizer {
public:
    Optimizer(const nn::TrainingSpec& spec, const nn::Layout& layout);

    void step(std::span<float> parameters, std::span<const float> gradient);
    void setLearningRate(double rate) { m_rate = rate; }
    /// Forgets the weights that L1 has put out; for parameters set from outside.
    void reviveWeights();

private:
    void descend(std::span<float> parameters, std::span<const float> gradient);
    void descendWithMomentum(std::span<float> parameters, std::span<const float> gradient);
    void descendWithMoments(std::span<float> parameters, std::span<const float> gradient);
    void shrinkWeights(std::span<float> parameters);

    nn::Optimizer m_kind;
    double m_rate, m_l1, m_l2;
    std::uint64_t m_steps = 0;
    std::vector<float> m_mean, m_square;  ///< momentum or first moments; second moments
    std::vector<float> m_before;          ///< parameters before the step, where there is a penalty
    std::vector<char> m_isWeight, m_isDead;
};

}  // namespace actlab::torch_room
