#include "core/torch/loss.hpp"

#include <ATen/ATen.h>

#include <algorithm>
#include <stdexcept>

namespace actlab::torch_room {

namespace {

/// A class number as an index; data from outside may hold one that the network has no output for.
std::size_t classNumber(float target, std::size_t classes)
{
    if (!(target >= 0 && target < static_cast<float>(classes)))
        throw std::runtime_error("A row belongs to a class that the network has no output for.");
    return static_cast<std::size_t>(target);
}

}  // namespace

Goal::Goal(nn::Loss loss, data::Task task, std::size_t outputs) : m_outputs(outputs)
{
    if (task == data::Task::Regression)
        m_kind = Kind::Value;
    else if (loss == nn::Loss::CrossEntropy)
        m_kind = Kind::Logits;
    else
        m_kind = outputs == 1 ? Kind::Sign : Kind::OneHot;
}

at::Tensor Goal::answers(const at::Tensor& raw) const
{
    return m_kind == Kind::Sign ? at::tanh(raw) : raw;
}

at::Tensor Goal::targets(std::span<const float> tableTargets) const
{
    const auto rows = static_cast<std::int64_t>(tableTargets.size());
    if (m_kind == Kind::Logits) {
        at::Tensor classes = at::empty({rows}, at::kLong);
        std::ranges::transform(tableTargets, classes.data_ptr<std::int64_t>(), [this](float target) {
            return static_cast<std::int64_t>(classNumber(target, m_outputs));
        });
        return classes;
    }
    const auto outputs = static_cast<std::int64_t>(m_outputs);
    at::Tensor values = m_kind == Kind::OneHot ? at::zeros({rows, outputs}) : at::empty({rows, 1});
    float* row = values.data_ptr<float>();
    for (const float target : tableTargets) {
        if (m_kind == Kind::OneHot)
            row[classNumber(target, m_outputs)] = 1;
        else
            *row = m_kind == Kind::Sign ? (target > 0 ? 1.0f : -1.0f) : target;
        row += values.size(1);
    }
    return values;
}

at::Tensor Goal::meanLoss(const at::Tensor& raw, const at::Tensor& targets) const
{
    if (m_kind == Kind::Logits)
        return at::cross_entropy_loss(raw, targets);
    return at::mse_loss(answers(raw), targets, at::Reduction::Sum) * (0.5 / static_cast<double>(raw.size(0)));
}

std::size_t Goal::classOf(std::span<const float> answer) const
{
    if (m_kind == Kind::Sign)
        return answer[0] > 0 ? 1 : 0;
    return static_cast<std::size_t>(std::max_element(answer.begin(), answer.end()) - answer.begin());
}

void Score::add(const Goal& goal, std::span<const float> answers, std::span<const float> targets, double meanLoss)
{
    const std::size_t outputs = answers.size() / std::max<std::size_t>(targets.size(), 1);
    m_rows += static_cast<double>(targets.size());
    m_loss += meanLoss * static_cast<double>(targets.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const double target = targets[i];
        if (!goal.isRegression()) {
            m_right += static_cast<double>(goal.classOf(answers.subspan(i * outputs, outputs))) == target;
            continue;
        }
        const double error = answers[i] - target;
        m_squaredErrors += error * error;
        m_targets += target;
        m_squaredTargets += target * target;
    }
}

nn::Metrics Score::metrics(const Goal& goal) const
{
    if (m_rows == 0)
        return {};
    return {m_loss / m_rows, goal.isRegression() ? rSquared() : m_right / m_rows};
}

/// 1 − residual / total sum of squares; where all targets are equal, 1 for a perfect answer and else 0.
double Score::rSquared() const
{
    const double total = m_squaredTargets - m_targets * m_targets / m_rows;
    if (total > 1e-12 * m_squaredTargets)
        return 1 - m_squaredErrors / total;
    return m_squaredErrors == 0 ? 1 : 0;
}

}  // namespace actlab::torch_room
