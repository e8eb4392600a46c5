#include "core/nn/answer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

namespace actlab::nn {
namespace {

TEST(Answer, isReadFromLossTaskAndOutputs)
{
    using data::Task;
    EXPECT_EQ(answerOf(Loss::MeanSquared, Task::Regression, 1), Answer::Value);
    EXPECT_EQ(answerOf(Loss::MeanSquared, Task::Classification, 1), Answer::Sign);
    EXPECT_EQ(answerOf(Loss::MeanSquared, Task::Classification, 3), Answer::OneHot);
    EXPECT_EQ(answerOf(Loss::CrossEntropy, Task::Classification, 2), Answer::Logits);
}

TEST(Answer, standsForAClass)
{
    EXPECT_EQ(classOf(Answer::Sign, std::vector{0.1f}), 1u);
    EXPECT_EQ(classOf(Answer::Sign, std::vector{-0.1f}), 0u);
    EXPECT_EQ(classOf(Answer::Logits, std::vector{1.0f, 2.0f, -1.0f}), 1u);
    EXPECT_EQ(classOf(Answer::OneHot, std::vector{1.0f, 0.0f, -1.0f}), 0u);
}

TEST(Answer, hasNoPlaceForAClassThatTheNetworkDoesNotKnow)
{
    EXPECT_EQ(classNumber(2, 3), 2u);
    for (const float target : {3.0f, -1.0f, NAN, INFINITY})
        EXPECT_THROW(classNumber(target, 3), std::runtime_error);
}

}  // namespace
}  // namespace actlab::nn
