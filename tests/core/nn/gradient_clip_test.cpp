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
    clipGradient(gradient, 1);
    EXPECT_FLOAT_EQ(gradient[1], 3 / (5 + 1e-6f));
    EXPECT_FLOAT_EQ(gradient[20], -4 / (5 + 1e-6f));
    EXPECT_EQ(gradient[0], 0);
}

TEST(GradientClip, leavesAShorterOneAsItIs)
{
    for (const double most : {5.1, 1e30}) {
        std::vector<float> gradient = fiveLong();
        clipGradient(gradient, most);
        EXPECT_EQ(gradient, fiveLong());
    }
    std::vector<float> none(16);
    clipGradient(none, 1);
    EXPECT_EQ(none, std::vector<float>(16));
}

}  // namespace
}  // namespace actlab::nn
