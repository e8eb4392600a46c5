#pragma once

#include <span>

#include "core/nn/answer.hpp"
#include "core/nn/engine.hpp"

namespace actlab::nn {

/// Sums that metrics of any number of rows are made of.
class Score {
public:
    explicit Score(Answer kind) : m_kind(kind) {}

    /// Row-major answers and the table's targets of the same rows.
    void add(std::span<const float> answers, std::span<const float> targets, double meanLoss);
    Metrics metrics() const;

private:
    double rSquared() const;

    Answer m_kind;
    double m_rows = 0, m_loss = 0, m_right = 0;
    double m_targets = 0, m_squaredTargets = 0, m_squaredErrors = 0;
};

}  // namespace actlab::nn
