#include "core/analysis/character.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace actlab::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Character character(std::string formula)
{
    return characterOf(*activationOf(std::move(formula)));
}

TEST(Character, tellsWhereAFunctionTends)
{
    struct Known {
        const char* formula;
        double left, right;
    };
    const double pi2 = std::acos(0.0);
    for (const auto& [formula, left, right] : {Known{"tanh(x)", -1, 1},
                                               {"sigmoid(x)", 0, 1},
                                               {"atan(x)", -pi2, pi2},
                                               {"relu(x)", 0, INFINITY},
                                               {"gelu(x)", 0, INFINITY},
                                               {"-x^3", INFINITY, -INFINITY},
                                               {"exp(-x^2)", 0, 0},
                                               {"sign(x)*log(1 + abs(x))", -INFINITY, INFINITY},
                                               {"x/(1 + abs(x))", -1, 1}}) {
        const auto c = character(formula);
        EXPECT_DOUBLE_EQ(c.limitLeft, left) << formula;
        EXPECT_DOUBLE_EQ(c.limitRight, right) << formula;
    }
    for (const auto* formula : {"sin(x)", "x - floor(x)"})
        EXPECT_TRUE(std::isnan(character(formula).limitRight)) << formula;
    EXPECT_TRUE(std::isnan(character("log(x)").limitLeft));
}

TEST(Character, tellsEvenFromOdd)
{
    EXPECT_EQ(character("tanh(x)").parity, Parity::Odd);
    EXPECT_EQ(character("x*tanh(x)").parity, Parity::Even);
    EXPECT_EQ(character("relu(x)").parity, Parity::Neither);
    EXPECT_EQ(character("x + 1e-6*x^2").parity, Parity::Neither);
    EXPECT_EQ(character("log(x)").parity, Parity::Neither);
    EXPECT_EQ(character("0*x").parity, Parity::Even);
}

TEST(Character, seesWhetherItIsCentred)
{
    EXPECT_TRUE(character("tanh(x)").isZeroMean);
    EXPECT_FALSE(character("sigmoid(x)").isZeroMean);
    EXPECT_NEAR(character("sigmoid(x)").mean, 0.5, 1e-12);
}

TEST(Character, findsWhereItIsFlat)
{
    const auto relu = character("relu(x)");
    EXPECT_THAT(relu.dead, ElementsAre(Interval{-INFINITY, 0}));
    const auto tanh = character("tanh(x)");
    ASSERT_EQ(tanh.saturated.size(), 2U);
    const double edge = std::acosh(10.0);  // tanh′ = sech² = 0.01
    EXPECT_NEAR(tanh.saturated[0].high, -edge, 1e-9);
    EXPECT_NEAR(tanh.saturated[1].low, edge, 1e-9);
    EXPECT_THAT(tanh.dead, IsEmpty());
    EXPECT_NEAR(tanh.saturatedShare, std::erfc(edge / std::sqrt(2.0)), 2e-3);
    EXPECT_THAT(character("leaky_relu(x)").dead, IsEmpty());
}

TEST(Character, findsFixedPoints)
{
    const auto cosine = character("cos(x)");
    ASSERT_EQ(cosine.fixedPoints.size(), 1U);
    EXPECT_NEAR(cosine.fixedPoints[0], 0.7390851332151607, 1e-12);
    EXPECT_THAT(character("x^3").fixedPoints, ElementsAre(-1, 0, 1));
    for (const char* formula : {"floor(x)", "x + sin(x)", "x*sin(x)", "round(x)"})
        EXPECT_TRUE(character(formula).hasMoreFixedPoints) << formula;
    for (const char* formula : {"x^3", "cos(x)", "max(x, sin(x))"})
        EXPECT_FALSE(character(formula).hasMoreFixedPoints) << formula;
    EXPECT_TRUE(character("relu(x)").isIdentitySomewhere);
    EXPECT_TRUE(character("x").isIdentitySomewhere);
    EXPECT_TRUE(character("hardtanh(x)").isIdentitySomewhere);
    EXPECT_FALSE(character("tanh(x)").isIdentitySomewhere);
    EXPECT_FALSE(character("log(1 + exp(x))").isIdentitySomewhere) << "it is x but for rounding where x > 37";
    EXPECT_THAT(character("max(x, sin(x))").fixedPoints, ElementsAre(0));
    EXPECT_THAT(character("x*tanh(softplus(x, threshold=40))").fixedPoints, ElementsAre(0))
        << "further on by rounding";
    EXPECT_THAT(character("{x < 1: 5, -5}").fixedPoints, IsEmpty()) << "it jumps over the line at 1";
}

}  // namespace
}  // namespace actlab::analysis
