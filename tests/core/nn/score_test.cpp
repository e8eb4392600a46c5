#include "core/nn/score.hpp"

#include <gtest/gtest.h>

namespace actlab::nn {
namespace {

TEST(Score, countsRightAnswersAndWeighsLossesByRows)
{
    Score score(Answer::Logits);
    score.add(std::vector<float>{1, 0, 0, 1, 1, 0}, std::vector<float>{0, 1, 1}, 0.5);
    score.add(std::vector<float>{0, 1}, std::vector<float>{1}, 0.1);
    EXPECT_DOUBLE_EQ(score.metrics().accuracy, 0.75);
    EXPECT_DOUBLE_EQ(score.metrics().loss, 0.4);
}

TEST(Score, isTheShareOfExplainedVarianceForValues)
{
    Score perfect(Answer::Value), mean(Answer::Value), constant(Answer::Value);
    perfect.add(std::vector<float>{1, 2, 3}, std::vector<float>{1, 2, 3}, 0);
    mean.add(std::vector<float>{2, 2, 2}, std::vector<float>{1, 2, 3}, 0);
    constant.add(std::vector<float>{2, 1}, std::vector<float>{2, 2}, 0);
    EXPECT_DOUBLE_EQ(perfect.metrics().accuracy, 1);
    EXPECT_DOUBLE_EQ(mean.metrics().accuracy, 0);
    EXPECT_DOUBLE_EQ(constant.metrics().accuracy, 0);
}

TEST(Score, isNothingForNoRows)
{
    EXPECT_EQ(Score(Answer::Value).metrics().loss, 0);
}

}  // namespace
}  // namespace actlab::nn
