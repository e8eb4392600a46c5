#include "core/nn/score.hpp"

#include <algorithm>

namespace actlab::nn {

void Score::add(std::span<const float> answers, std::span<const float> targets, double meanLoss)
{
    const std::size_t outputs = answers.size() / std::max<std::size_t>(targets.size(), 1);
    m_rows += static_cast<double>(targets.size());
    m_loss += meanLoss * static_cast<double>(targets.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const double target = targets[i];
        if (m_kind != Answer::Value) {
            m_right += static_cast<double>(classOf(m_kind, answers.subspan(i * outputs, outputs))) == target;
            continue;
        }
        const double error = answers[i] - target;
        m_squaredErrors += error * error;
        m_targets += target;
        m_squaredTargets += target * target;
    }
}

Metrics Score::metrics() const
{
    if (m_rows == 0)
        return {};
    return {m_loss / m_rows, m_kind == Answer::Value ? rSquared() : m_right / m_rows};
}

/// 1 − residual / total sum of squares; where all targets are equal, 1 for a perfect answer and else 0.
double Score::rSquared() const
{
    const double total = m_squaredTargets - m_targets * m_targets / m_rows;
    if (total > 1e-12 * m_squaredTargets)
        return 1 - m_squaredErrors / total;
    return m_squaredErrors == 0 ? 1 : 0;
}

}  // namespace actlab::nn
