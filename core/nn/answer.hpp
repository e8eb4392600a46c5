#pragma once

#include <cstddef>
#include <span>

#include "core/nn/spec.hpp"

namespace actlab::nn {

/// What the network's raw outputs mean for a task (see outputCount).
enum class Answer {
    Value,   ///< of a regression
    Sign,    ///< one output through tanh: −1 is class 0, +1 class 1
    OneHot,  ///< an output for each class, taught 1 for the right one and else 0
    Logits,  ///< of cross-entropy
};
Answer answerOf(Loss loss, data::Task task, std::size_t outputs);

/// The class number an answer stands for. `answer` is one row, tanh applied for Sign.
std::size_t classOf(Answer kind, std::span<const float> answer);

/// A class number as an index; throws std::runtime_error for one that the network has no output for, which data from
/// outside may hold.
std::size_t classNumber(float target, std::size_t classes);

}  // namespace actlab::nn
