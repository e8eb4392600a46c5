#include "core/nn/divergence.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace actlab::nn {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(Divergence, isToldFromLargeNumbers)
{
    for (const double sane : {0.0, -1.0, 1e15, -1e15, 1e-300})
        EXPECT_TRUE(isSane(sane)) << sane;
    for (const double wild : {kNan, kInfinity, -kInfinity, 1.1e15, -1e30})
        EXPECT_FALSE(isSane(wild)) << wild;
}

TEST(Divergence, isFoundAmongManyWeights)
{
    std::vector<float> weights(1'000, 0.5F);
    EXPECT_FALSE(firstWild(weights));
    EXPECT_FALSE(firstWild({}));
    weights[999] = -1e16F;
    EXPECT_EQ(firstWild(weights), -1e16F);
}

TEST(Divergence, suggestsARateThatAPersonWouldType)
{
    EXPECT_EQ(lowerLearningRate(1, 0.03), 0.03);
    EXPECT_EQ(lowerLearningRate(0.3, 0.03), 0.01);
    EXPECT_EQ(lowerLearningRate(0.03, 0.03), 0.001);
    EXPECT_EQ(lowerLearningRate(1e30, 0.03), 0.03);
    EXPECT_EQ(lowerLearningRate(1.7e308, 0.01), 0.01);
    EXPECT_EQ(lowerLearningRate(1e-5, 0.01), 3e-7);
}

TEST(Divergence, suggestsALowerRateWheneverThereIsOne)
{
    for (double rate = 1e-290; rate < 1e300; rate *= 1.7) {
        const double lower = lowerLearningRate(rate, 0.01);
        ASSERT_GT(lower, 0) << rate;
        ASSERT_LE(lower, rate / 29) << rate;
        ASSERT_LE(lower, 0.01) << rate;
    }
}

TEST(Divergence, isToldInWords)
{
    EXPECT_EQ(divergenceMessage(57, whatBecame("loss", kNan), 1, 0.03),
              "diverged at step 57: loss became NaN; learning rate 1.0 is likely too high. Try 0.03");
    EXPECT_EQ(divergenceMessage(2, whatBecame("a weight", 1e30), 1e30, 0.01),
              "diverged at step 2: a weight grew beyond 1e15; learning rate 1e+30 is likely too high. Try 0.01");
    EXPECT_EQ(whatBecame("loss", kInfinity), "loss became infinite");
}

TEST(Divergence, doesNotBlameTheLearningRateForAnUntrainedNetwork)
{
    EXPECT_EQ(divergenceMessage(0, "loss became NaN", 0.01, std::nullopt),
              "diverged at step 0: loss became NaN before any training; an activation has no finite value where "
              "this network needs one");
}

}  // namespace
}  // namespace actlab::nn
