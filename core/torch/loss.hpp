#pragma once

#include <span>

#include <ATen/core/Tensor.h>

#include "core/nn/engine.hpp"

namespace actlab::torch_room {

/// What the network's raw outputs mean for a task, and how wrong they are.
///
/// Mean squared: half the squared error, summed over the outputs, mean over the rows. Two classes are one output
/// through tanh against −1 and +1; more classes are one output each against 0 or 1; regression is the output
/// itself. Cross-entropy: one logit a class.
class Goal {
public:
    Goal(nn::Loss loss, data::Task task, std::size_t outputs);

    /// The network's answers for its raw outputs: tanh of a single ±1 output, otherwise unchanged.
    at::Tensor answers(const at::Tensor& raw) const;
    /// Targets of a table's rows in the form that meanLoss takes.
    at::Tensor targets(std::span<const float> tableTargets) const;
    /// Mean over the rows, as a tensor that autograd knows.
    at::Tensor meanLoss(const at::Tensor& raw, const at::Tensor& targets) const;

    bool isRegression() const { return m_kind == Kind::Value; }
    /// The class number an answer stands for. `answer` is one row.
    std::size_t classOf(std::span<const float> answer) const;

private:
    enum class Kind { Value, Sign, OneHot, Logits };
    Kind m_kind;
    std::size_t m_outputs;
};

/// Sums that metrics of any number of rows are made of.
class Score {
public:
    /// Row-major answers and the table's targets of the same rows.
    void add(const Goal& goal, std::span<const float> answers, std::span<const float> targets, double meanLoss);
    nn::Metrics metrics(const Goal& goal) const;

private:
    double rSquared() const;

    double m_rows = 0, m_loss = 0, m_right = 0;
    double m_targets = 0, m_squaredTargets = 0, m_squaredErrors = 0;
};

}  // namespace actlab::torch_room
