#pragma once

#include <span>

#include <ATen/core/Tensor.h>

#include "core/nn/answer.hpp"

namespace actlab::torch_room {

/// What the network's raw outputs mean for a task, and how wrong they are.
///
/// Mean squared: half the squared error, summed over the outputs, mean over the rows. Two classes are one output
/// through tanh against −1 and +1; more classes are one output each against 0 or 1; regression is the output
/// itself. Huber: the same up to an error of 1, and from there on as the error. Cross-entropy: one logit a class.
class Goal {
public:
    Goal(nn::Loss loss, data::Task task, std::size_t outputs);

    /// The network's answers for its raw outputs: tanh of a single ±1 output, otherwise unchanged.
    at::Tensor answers(const at::Tensor& raw) const;
    /// Targets of a table's rows in the form that meanLoss takes.
    at::Tensor targets(std::span<const float> tableTargets) const;
    /// Mean over the rows, as a tensor that autograd knows.
    at::Tensor meanLoss(const at::Tensor& raw, const at::Tensor& targets) const;

    nn::Answer kind() const { return m_kind; }

private:
    bool m_isHuber;
    nn::Answer m_kind;
    std::size_t m_outputs;
};

}  // namespace actlab::torch_room
