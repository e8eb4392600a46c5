#include "core/nn/answer.hpp"

#include <algorithm>
#include <stdexcept>

namespace actlab::nn {

Answer answerOf(Loss loss, data::Task task, std::size_t outputs)
{
    if (task == data::Task::Regression)
        return Answer::Value;
    if (loss == Loss::CrossEntropy)
        return Answer::Logits;
    return outputs == 1 ? Answer::Sign : Answer::OneHot;
}

std::size_t classOf(Answer kind, std::span<const float> answer)
{
    if (kind == Answer::Sign)
        return answer[0] > 0 ? 1 : 0;
    return static_cast<std::size_t>(std::max_element(answer.begin(), answer.end()) - answer.begin());
}

std::size_t classNumber(float target, std::size_t classes)
{
    if (!(target >= 0 && target < static_cast<float>(classes)))
        throw std::runtime_error("A row belongs to a class that the network has no output for.");
    return static_cast<std::size_t>(target);
}

}  // namespace actlab::nn
