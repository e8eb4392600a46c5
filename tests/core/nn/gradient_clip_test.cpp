#include "core/nn/gradient_clip.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace actlab::nn {
namespace {

/// 3 and 4 among zeros: 5 long.
std::vector<float> fiveLong()
{
    std::vector<float> gradient(32);
    gradient[1] = 3;
    gradient[20] = -4;
    return gradient;
}

TEST(GradientClip, shortensToTheLengthAllowed)
{
    std::vector<float> gradient = fiveLong();
    EXPECT_EQ(clipGradient(gradient, 1), 5) << "the length it had";
    EXPECT_FLOAT_EQ(gradient[1], 3 / (5 + 1e-6f));
    EXPECT_FLOAT_EQ(gradient[20], -4 / (5 + 1e-6f));
    EXPECT_EQ(gradient[0], 0);
}

TEST(GradientClip, leavesAShorterOneAsItIs)
{
    for (const double most : {5.1, 1e30}) {
        std::vector<float> gradient = fiveLong();
        EXPECT_EQ(clipGradient(gradient, most), 5);
        EXPECT_EQ(gradient, fiveLong());
    }
    std::vector<float> none(16);
    EXPECT_EQ(clipGradient(none, 1), 0);
    EXPECT_EQ(none, std::vector<float>(16));
}

TEST(EuclideanNorm, staysFiniteWhereTheSquaresWouldNotInFloat)
{
    EXPECT_EQ(euclideanNorm(fiveLong()), 5);
    EXPECT_EQ(euclideanNorm({}), 0);
    EXPECT_NEAR(euclideanNorm(std::vector<float>(4, 1e30F)), 2e30, 1e23);
}

}  // namespace
}  // namespace actlab::nn
