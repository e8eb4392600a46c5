#include "core/analysis/gaussian.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <cmath>
#include <numbers>

namespace actlab::analysis {
namespace {

GaussianMoments::Moments moments(const std::string& formula, double variance = 1, const std::string& gradient = "")
{
    const auto activation = activationOf(formula, {}, gradient);
    return GaussianMoments(*activation).at(variance);
}

TEST(GaussianMoments, ofReluAreThoseOfHalfANormal)
{
    const auto relu = moments("relu(x)");
    EXPECT_NEAR(relu.mean, 1 / std::sqrt(2 * std::numbers::pi), 1e-12);
    EXPECT_NEAR(relu.square, 0.5, 1e-12);
    EXPECT_NEAR(relu.slopeSquare, 0.5, 1e-12);
    EXPECT_NEAR(relu.dead, 0.5, 1e-12);
    EXPECT_NEAR(relu.saturated, 0.5, 1e-12);
}

TEST(GaussianMoments, ofPowersAreTheMomentsOfTheNormal)
{
    EXPECT_NEAR(moments("x^2").mean, 1, 1e-12);
    EXPECT_NEAR(moments("x^2").square, 3, 1e-11);
    EXPECT_NEAR(moments("x^2", 4).square, 48, 1e-9);
    EXPECT_NEAR(moments("x^3").slopeSquare, 27, 1e-9);
}

TEST(GaussianMoments, followTheVariance)
{
    EXPECT_NEAR(moments("exp(x)", 0.25).mean, std::exp(0.125), 1e-12);
    EXPECT_NEAR(moments("sin(x)", 2).square, (1 - std::exp(-4)) / 2, 1e-12);
    EXPECT_NEAR(moments("clamp(x, -1, 1)", 100).slopeSquare, std::erf(0.1 / std::sqrt(2.0)), 1e-12);
}

TEST(GaussianMoments, useTheGradientOfTheAuthor)
{
    EXPECT_NEAR(moments("sign(x)", 1, "abs(x) < 1 ? 1 : 0").slopeSquare, std::erf(1 / std::sqrt(2.0)), 1e-12);
    EXPECT_EQ(moments("sign(x)").slopeSquare, 0);
    EXPECT_NEAR(moments("sign(x)").dead, 1, 1e-12);
}

}  // namespace
}  // namespace actlab::analysis
