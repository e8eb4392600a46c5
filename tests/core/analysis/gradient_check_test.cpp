#include "core/analysis/gradient_check.hpp"

#include "core/activation/catalogue.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <cmath>

namespace actlab::analysis {
namespace {

TEST(GradientCheck, passesForTheWholeCatalogue)
{
    for (const auto& activation : activation::catalogue()) {
        const auto check = checkGradient(*activation);
        EXPECT_TRUE(check.passed) << activation->name() << ": " << check.worstError << " at " << check.worstAt;
        EXPECT_GT(check.points, 700U) << activation->name();
        EXPECT_EQ(checkTrueDerivative(*activation).worstError, check.worstError) << activation->name();
    }
}

TEST(GradientCheck, tellsByHowMuchAnOwnGradientDiffers)
{
    const auto activation = activationOf("tanh(x)", {}, "1 - tanh(x)^2 + 0.25");
    const auto check = checkGradient(*activation);
    EXPECT_FALSE(check.passed);
    EXPECT_NEAR(check.worstError, 0.25, 1e-6);
    EXPECT_TRUE(checkTrueDerivative(*activation).passed);
}

TEST(GradientCheck, looksBesideKinksNotAtThem)
{
    const auto activation = activationOf("abs(x - 0.01)");  // one of the places, were it not for the kink
    EXPECT_TRUE(checkGradient(*activation).passed);
    for (const double x : gradientPlaces(*activation))
        EXPECT_GT(std::abs(x - 0.01), 1e-6);
}

TEST(GradientCheck, countsOnlyWhereThereIsSomethingToCompare)
{
    const auto root = checkGradient(*activationOf("sqrt(x)"));
    EXPECT_TRUE(root.passed);
    EXPECT_NEAR(static_cast<double>(root.points), 400, 5);
    EXPECT_FALSE(checkGradient(*activationOf("sqrt(-1 - x^2)")).passed) << "nowhere is no proof";
}

TEST(GradientCheck, failsWhereTheGradientIsNotANumber)
{
    const auto check = checkGradient(*activationOf("tanh(x)", {}, "log(x - 20)"));
    EXPECT_FALSE(check.passed);
    EXPECT_EQ(check.worstError, INFINITY);
}

TEST(GradientCheck, comparesWithADerivativeOfSomebodyElse)
{
    const auto activation = activationOf("x^2");
    const std::vector<double> x{-1, 2}, right{-2, 4}, wrong{-2, 4.5};
    EXPECT_TRUE(compareDerivative(*activation, x, right).passed);
    EXPECT_FALSE(compareDerivative(*activation, x, wrong).passed);
    EXPECT_EQ(compareDerivative(*activation, x, wrong).worstAt, 2);
}

}  // namespace
}  // namespace actlab::analysis
