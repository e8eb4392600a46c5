#include "core/analysis/facts.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <cmath>

namespace actlab::analysis {
namespace {

Facts facts(std::string formula)
{
    return describe(*activationOf(std::move(formula)));
}

TEST(Facts, nameTheContinuity)
{
    EXPECT_EQ(facts("{x < 1: x, 5}").continuity, "jump");
    EXPECT_EQ(facts("relu(x)").continuity, "C0");
    EXPECT_EQ(facts("relu(x)^2").continuity, "C1");
    EXPECT_EQ(facts("relu(x)^3").continuity, "C2");
    EXPECT_EQ(facts("tanh(x)").continuity, "smooth");
    EXPECT_EQ(facts("max(sin(x), max(sin(2*x), sin(3*x)))").continuity, "C0");
}

TEST(Facts, giveTheRangeWithItsLimitsFarOut)
{
    const auto tanh = facts("tanh(x)");
    EXPECT_DOUBLE_EQ(tanh.minimum, -1);
    EXPECT_DOUBLE_EQ(tanh.maximum, 1);
    const auto silu = facts("x*sigmoid(x)");
    EXPECT_NEAR(silu.minimum, -0.27846, 1e-5);
    EXPECT_EQ(silu.maximum, INFINITY);
    EXPECT_NEAR(facts("atan(x)").maximum, std::acos(0.0), 1e-12);
}

TEST(Facts, seeThatALogarithmGrowsWithoutBound)
{
    EXPECT_EQ(facts("sign(x)*log(1 + abs(x))").maximum, INFINITY);
    EXPECT_EQ(facts("x*cos(x)").minimum, -INFINITY);
    EXPECT_EQ(facts("x*cos(x)").maximum, INFINITY);
    EXPECT_NEAR(facts("sin(x)").maximum, 1, 1e-12);
}

TEST(Facts, giveTheSteepestSlope)
{
    EXPECT_EQ(facts("x^2").lipschitz, INFINITY);
    EXPECT_EQ(facts("1/x").lipschitz, INFINITY);
    EXPECT_NEAR(facts("x*sigmoid(x)").lipschitz, 1.0998, 1e-4);
    EXPECT_NEAR(facts("-3*x").lipschitz, 3, 1e-12);
}

TEST(Facts, giveTheGainThatKeepsTheVariance)
{
    EXPECT_NEAR(facts("x").initGain, 1, 1e-12);
    EXPECT_NEAR(facts("relu(x)").initGain, std::sqrt(2.0), 1e-12);
    EXPECT_NEAR(facts("x > 1 ? x : 0").initGain, 1.5799, 1e-4);
    EXPECT_EQ(facts("0*x").initGain, INFINITY);
    EXPECT_NEAR(facts("log(abs(x))").initGain, 0.7815, 5e-3);
}

TEST(Facts, tellWhetherItOnlyRisesOrOnlyFalls)
{
    EXPECT_TRUE(facts("tanh(x)").monotonic);
    EXPECT_TRUE(facts("-relu(x)").monotonic);
    EXPECT_TRUE(facts("floor(x)").monotonic);
    EXPECT_TRUE(facts("exp(x)").monotonic) << "infinite from 710 on";
    EXPECT_TRUE(facts("log(1 + exp(x))").monotonic);
    EXPECT_FALSE(facts("x*sigmoid(x)").monotonic);
    EXPECT_FALSE(facts("{x < 0: x, x - 1}").monotonic);
}

}  // namespace
}  // namespace actlab::analysis
