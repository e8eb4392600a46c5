#include "app/models/smoothing.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace actlab::models {
namespace {

TEST(Smoothing, isTheMeanWithShrinkingWeights)
{
    Smoothing smoothing(0.5);
    EXPECT_DOUBLE_EQ(smoothing.next(0, 8), 8) << "it begins with the first value and not near 0";
    EXPECT_DOUBLE_EQ(smoothing.next(1, 2), (0.5 * 8 + 2) / 1.5);
    EXPECT_DOUBLE_EQ(smoothing.next(2, 4), (0.25 * 8 + 0.5 * 2 + 4) / 1.75);
}

TEST(Smoothing, leavesAConstantAsItIs)
{
    Smoothing smoothing(0.99);
    for (int epoch = 0; epoch < 50; ++epoch)
        EXPECT_DOUBLE_EQ(smoothing.next(epoch, 3), 3);
}

TEST(Smoothing, forgetsByEpochsHoweverFewAreKept)
{
    Smoothing smoothing(0.5);
    smoothing.next(0, 8);
    EXPECT_DOUBLE_EQ(smoothing.next(10, 2), (std::pow(0.5, 10) * 8 + 2) / (1 + std::pow(0.5, 10)));
}

TEST(Smoothing, keepsAGapAndGoesOnBehindIt)
{
    Smoothing smoothing(0.5);
    smoothing.next(0, 8);
    EXPECT_TRUE(std::isnan(smoothing.next(1, NAN)));
    EXPECT_TRUE(std::isnan(smoothing.next(2, INFINITY)));
    EXPECT_DOUBLE_EQ(smoothing.next(3, 2), (0.125 * 8 + 2) / 1.125);
}

TEST(Smoothing, withoutMemoryIsNone)
{
    Smoothing none;
    none.next(0, 8);
    EXPECT_EQ(none.next(1, 2), 2);
}

}  // namespace
}  // namespace actlab::models
