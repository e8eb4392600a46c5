#pragma once

#include <span>
#include <vector>

#include "core/nn/weight_penalty.hpp"

namespace actlab::nn {

/// The spec's optimiser on the flat parameter vector, with the formulas and defaults of torch.optim: SGD, momentum
/// 0.9 with and without Nesterov's look ahead, Adagrad with epsilon 1e-10, RMSprop with alpha 0.99, Adam and AdamW
/// with betas 0.9 and 0.999; epsilon 1e-8; AdamW's decay is 0.01 for everything. Then the penalties. Allocates
/// nothing after it is built. Throws std::runtime_error for L-BFGS, which asks for the gradient several times a step.
class Descent {
public:
    Descent(const TrainingSpec& spec, const Layout& layout);

    void step(std::span<float> parameters, std::span<const float> gradient);
    /// Another network of the same widths: see Engine::rebuild().
    void rebuild(const TrainingSpec& spec, const Layout& layout, std::span<const Carried> carried);
    void setLearningRate(double rate) { m_rate = rate; }
    /// Forgets the weights that L1 has put out; for parameters set from outside.
    void reviveWeights() { m_penalty.reviveWeights(); }

private:
    void move(std::span<float> parameters, std::span<const float> gradient);
    void moveByMoments(std::span<float> parameters, std::span<const float> gradient);

    Optimizer m_kind;
    double m_rate;
    double m_power1 = 1, m_power2 = 1;    ///< the betas to the power of the steps taken
    std::vector<float> m_mean, m_square;  ///< momentum or first moments; second moments
    WeightPenalty m_penalty;
};

}  // namespace actlab::nn
