#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/nn/engine.hpp"

namespace actlab::nn {

/// The spec's optimiser on the flat parameter vector, with the formulas and defaults of
/// torch.optim: SGD, momentum 0.9, Adam and AdamW with betas 0.9 and 0.999, epsilon 1e-8; AdamW's decay is 0.01 for
/// everything. Allocates nothing after it is built.
///
/// L1 and L2 act on weights only, after that step, as TensorFlow Playground does:
/// w −= rate · (l1 · sign(w₀) + l2 · w₀) where w₀ is the weight before the step. A weight that L1 carries across 0
/// becomes 0 and stays so.
class Descent {
public:
    Descent(const TrainingSpec& spec, const Layout& layout);

    void step(std::span<float> parameters, std::span<const float> gradient);
    void setLearningRate(double rate) { m_rate = rate; }
    /// Forgets the weights that L1 has put out; for parameters set from outside.
    void reviveWeights();

private:
    struct Range {
        std::size_t begin, end;
    };
    void move(std::span<float> parameters, std::span<const float> gradient);
    void moveByMoments(std::span<float> parameters, std::span<const float> gradient);
    void shrinkWeights(std::span<float> parameters);
    float shrunk(std::size_t index, float stepped);

    Optimizer m_kind;
    double m_rate, m_l1, m_l2;
    double m_power1 = 1, m_power2 = 1;    ///< the betas to the power of the steps taken
    std::vector<float> m_mean, m_square;  ///< momentum or first moments; second moments
    std::vector<float> m_before;          ///< parameters before the step, where there is a penalty
    std::vector<char> m_isDead;
    std::vector<Range> m_weights;
};

}  // namespace actlab::nn
