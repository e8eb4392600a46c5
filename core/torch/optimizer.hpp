#pragma once

#include <functional>
#include <memory>
#include <span>

#include <torch/optim/optimizer.h>

#include "core/nn/frozen_layers.hpp"
#include "core/nn/weight_penalty.hpp"

namespace actlab::torch_room {

/// The spec's optimiser as LibTorch has it, with its defaults, on the flat parameter vector as one tensor: SGD,
/// momentum 0.9 with and without Nesterov's look ahead, Adagrad, RMSprop, Adam, AdamW, and L-BFGS with a line search
/// by the strong Wolfe conditions; gradients are clipped by LibTorch, too. Then the penalties.
class Optimizer {
public:
    /// Both must outlive it and stay where they lie.
    Optimizer(const nn::TrainingSpec& spec, const nn::Layout& layout, std::span<float> parameters,
              std::span<float> gradient);

    /// `evaluate` returns the loss at the parameters as they are, and leaves its slope in the gradient; L-BFGS calls
    /// it several times. What it changes of running numbers stays of its first time. Returns the first loss.
    double step(const std::function<at::Tensor()>& evaluate);
    double gradientNorm() const;  ///< see nn::Engine
    void setLearningRate(double rate);
    /// Another network of the same widths, whose numbers lie elsewhere: see nn::Engine::rebuild().
    void rebuild(const nn::TrainingSpec& spec, const nn::Layout& layout, std::span<float> parameters,
                 std::span<float> gradient, std::span<const nn::Carried> carried);
    /// Forgets the weights that L1 has put out; for parameters set from outside.
    void reviveWeights() { m_penalty.reviveWeights(); }

private:
    void carryState(std::span<const nn::Carried> carried);

    nn::Optimizer m_kind;
    std::span<float> m_parameters, m_gradient;
    std::unique_ptr<torch::optim::Optimizer> m_optimizer;
    double m_clip, m_unclippedNorm = 0;
    nn::WeightPenalty m_penalty;
    nn::FrozenLayers m_frozen;
};

}  // namespace actlab::torch_room
