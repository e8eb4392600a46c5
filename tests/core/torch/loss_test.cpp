#include "core/torch/loss.hpp"

#include <ATen/ATen.h>

#include <gtest/gtest.h>

#include <cmath>

namespace actlab::torch_room {
namespace {

using data::Task;
using nn::Loss;

double lossOf(const Goal& goal, const std::vector<float>& raw, const std::vector<float>& targets)
{
    const auto rows = static_cast<std::int64_t>(targets.size());
    return goal.meanLoss(at::tensor(raw).view({rows, -1}), goal.targets(targets)).item<double>();
}

TEST(Goal, isHalfTheSquaredErrorOfAValue)
{
    const Goal goal(Loss::MeanSquared, Task::Regression, 1);
    EXPECT_FLOAT_EQ(lossOf(goal, {1, 5}, {2, 2}), (1 + 9) / 2.0 / 2);
}

TEST(Goal, growsAsTheErrorBeyondOneInHubersWay)
{
    const Goal goal(Loss::Huber, Task::Regression, 1);
    EXPECT_FLOAT_EQ(lossOf(goal, {1.5f, 5, -1}, {2, 2, 2}), (0.125 + 2.5 + 2.5) / 3);
}

TEST(Goal, sendsTwoClassesThroughTanhAgainstPlusAndMinusOne)
{
    const Goal goal(Loss::MeanSquared, Task::Classification, 1);
    const double first = std::tanh(2.0) - 1, second = std::tanh(0.5) + 1;
    EXPECT_NEAR(lossOf(goal, {2, 0.5}, {1, 0}), (first * first + second * second) / 4, 1e-7);
    EXPECT_EQ(nn::classOf(goal.kind(), std::vector{0.1f}), 1u);
    EXPECT_EQ(nn::classOf(goal.kind(), std::vector{-0.1f}), 0u);
}

TEST(Goal, comparesMoreClassesWithOneHot)
{
    const Goal goal(Loss::MeanSquared, Task::Classification, 3);
    EXPECT_FLOAT_EQ(lossOf(goal, {1, 2, 3}, {2}), (1 + 4 + 4) / 2.0);
}

TEST(Goal, takesTheLogOfTheSoftmaxForCrossEntropy)
{
    const Goal goal(Loss::CrossEntropy, Task::Classification, 3);
    const double sum = std::exp(1.0) + std::exp(2.0) + std::exp(-1.0);
    EXPECT_NEAR(lossOf(goal, {1, 2, -1}, {0}), std::log(sum) - 1, 1e-6);
    EXPECT_EQ(nn::classOf(goal.kind(), std::vector{1.0f, 2.0f, -1.0f}), 1u);
}

TEST(Goal, refusesAClassWithoutAnOutput)
{
    for (const Loss loss : {Loss::CrossEntropy, Loss::MeanSquared}) {
        const Goal goal(loss, Task::Classification, 3);
        for (const float target : {3.0f, -1.0f, NAN})
            EXPECT_THROW(goal.targets(std::vector{target}), std::runtime_error);
    }
}

}  // namespace
}  // namespace actlab::torch_room
