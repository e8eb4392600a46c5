#pragma once

#include <span>
#include <vector>

#include "core/nn/answer.hpp"
#include "core/nn/fused/arena.hpp"
#include "core/nn/fused/layer_activation.hpp"

namespace actlab::nn::fused {

/// How wrong a panel of raw outputs is, and which way is down.
class PanelGoal {
public:
    PanelGoal(Loss loss, Answer kind, std::size_t outputs, std::size_t mostLanes);

    Answer kind() const { return m_kind; }
    /// The loss summed over the lanes that have a target. `raw` becomes the loss's slope by it times `weight`, and 0
    /// in the lanes without a target.
    double slopes(float* raw, std::size_t lanes, std::span<const float> targets, float weight);
    /// The same loss; `raw` becomes the answers.
    double score(float* raw, std::size_t lanes, std::span<const float> targets);
    /// `raw` becomes the answers: tanh of a ±1 output, otherwise unchanged.
    void answer(float* raw, std::size_t lanes);

private:
    double errors(float* answers, std::size_t lanes, std::span<const float> targets);
    void aim(std::size_t lanes, std::span<const float> targets);
    double logits(float* raw, std::size_t lanes, std::span<const float> targets);
    void run(const activation::ActivationPtr& function, const float* x, std::size_t count,
             std::span<float* const> outputs);

    bool m_isHuber;
    Answer m_kind;
    std::size_t m_outputs;
    Arena m_arena;
    float *m_copy, *m_slope, *m_aims, *m_sums, *m_logs;
    kernel::Workspace<float> m_workspace;
};

}  // namespace actlab::nn::fused
