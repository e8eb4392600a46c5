#include "core/kernel/scalar_functions.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace actlab::kernel {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

TEST(ScalarFunctions, sigmoidKeepsItsDigitsInBothTails)
{
    EXPECT_DOUBLE_EQ(sigmoid(-700.0), std::exp(-700.0));
    EXPECT_EQ(sigmoid(-kInf), 0);
    EXPECT_EQ(sigmoid(kInf), 1);
    EXPECT_EQ(sigmoid(0.0), 0.5);
    EXPECT_FLOAT_EQ(sigmoid(-88.0F), std::exp(-88.0F));
    EXPECT_TRUE(std::isnan(sigmoid(kNan)));
}

TEST(ScalarFunctions, minimumAndMaximumHandNaNOn)
{
    EXPECT_TRUE(std::isnan(minimum(kNan, 1.0)) && std::isnan(minimum(1.0, kNan)));
    EXPECT_TRUE(std::isnan(maximum(kNan, 1.0)) && std::isnan(maximum(1.0, kNan)));
    EXPECT_EQ(minimum(-kInf, 3.0), -kInf);
    EXPECT_EQ(maximum(-kInf, 3.0), 3);
}

TEST(ScalarFunctions, clampGivesTheUpperLimitWhereTheLimitsCross)
{
    EXPECT_EQ(clamp(5.0, 2.0, 1.0), 1);
    EXPECT_EQ(clamp(-5.0, 2.0, 1.0), 1);
    EXPECT_EQ(clamp(0.25, 0.0, 1.0), 0.25);
    EXPECT_TRUE(std::isnan(clamp(kNan, 0.0, 1.0)));
}

TEST(ScalarFunctions, heavisideTakesItsSecondArgumentAtZeroOnly)
{
    EXPECT_EQ(heaviside(-1e-300, 0.5), 0);
    EXPECT_EQ(heaviside(0.0, 0.5), 0.5);
    EXPECT_EQ(heaviside(-0.0, 0.5), 0.5);
    EXPECT_EQ(heaviside(1e-300, 0.5), 1);
    EXPECT_TRUE(std::isnan(heaviside(kNan, 0.5)));
}

TEST(ScalarFunctions, signOfNothingIsZero)
{
    EXPECT_EQ(sign(-3.0), -1);
    EXPECT_EQ(sign(-0.0), 0);
    EXPECT_EQ(sign(kNan), 0);
}

TEST(ScalarFunctions, sincFillsItsHole)
{
    EXPECT_EQ(sinc(0.0), 1);
    EXPECT_EQ(sinc(1e-9), 1);
    EXPECT_DOUBLE_EQ(sinc(2.0), std::sin(2.0) / 2);
}

}  // namespace
}  // namespace actlab::kernel
