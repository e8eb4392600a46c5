#include "core/torch/loss.hpp"

#include <ATen/ATen.h>

#include <algorithm>

namespace actlab::torch_room {

using nn::Answer;

Goal::Goal(nn::Loss loss, data::Task task, std::size_t outputs)
    : m_isHuber(loss == nn::Loss::Huber), m_kind(nn::answerOf(loss, task, outputs)), m_outputs(outputs)
{
}

at::Tensor Goal::answers(const at::Tensor& raw) const
{
    return m_kind == Answer::Sign ? at::tanh(raw) : raw;
}

at::Tensor Goal::targets(std::span<const float> tableTargets) const
{
    const auto rows = static_cast<std::int64_t>(tableTargets.size());
    if (m_kind == Answer::Logits) {
        at::Tensor classes = at::empty({rows}, at::kLong);
        std::ranges::transform(tableTargets, classes.data_ptr<std::int64_t>(), [this](float target) {
            return static_cast<std::int64_t>(nn::classNumber(target, m_outputs));
        });
        return classes;
    }
    const auto outputs = static_cast<std::int64_t>(m_outputs);
    at::Tensor values = m_kind == Answer::OneHot ? at::zeros({rows, outputs}) : at::empty({rows, 1});
    float* row = values.data_ptr<float>();
    for (const float target : tableTargets) {
        if (m_kind == Answer::OneHot)
            row[nn::classNumber(target, m_outputs)] = 1;
        else
            *row = m_kind == Answer::Sign ? (target > 0 ? 1.0f : -1.0f) : target;
        row += values.size(1);
    }
    return values;
}

at::Tensor Goal::meanLoss(const at::Tensor& raw, const at::Tensor& targets) const
{
    if (m_kind == Answer::Logits)
        return at::cross_entropy_loss(raw, targets);
    const auto rows = static_cast<double>(raw.size(0));
    if (m_isHuber)
        return at::huber_loss(answers(raw), targets, at::Reduction::Sum) / rows;
    return at::mse_loss(answers(raw), targets, at::Reduction::Sum) * (0.5 / rows);
}

}  // namespace actlab::torch_room
