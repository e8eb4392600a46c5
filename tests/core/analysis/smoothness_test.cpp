#include "core/analysis/smoothness.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <numbers>

namespace actlab::analysis {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pointwise;

/// What is known of a formula: how far it is smooth, and every place where it is not.
struct Known {
    const char* formula;
    const char* continuity;
    std::vector<double> places;
    bool isComplete = true;
};

const std::vector<Known>& knownFormulas()
{
    constexpr double kPi = std::numbers::pi;
    static const double kRoot2 = std::sqrt(2.0), kLog3 = std::log(3.0);
    static const std::vector<Known> known{
        // corners of one function
        {"abs(x)", "C0", {0}},
        {"abs(3*x - 1)", "C0", {1.0 / 3}},
        {"abs(exp(x) - 3)", "C0", {kLog3}},
        {"abs(x^2 - 2)", "C0", {-kRoot2, kRoot2}},
        {"max(x, 0.1*x)", "C0", {0}},
        {"min(x, 1)", "C0", {1}},
        {"clamp(x, -1, 2)", "C0", {-1, 2}},
        {"clamp(exp(x), 0.5, 3)", "C0", {std::log(0.5), kLog3}},
        {"sign(x)", "jump", {0}},
        {"heaviside(x - 0.25, 1)", "jump", {0.25}},
        {"x*heaviside(x)", "C0", {0}},
        {"sqrt(x^2)", "C0", {0}},
        {"cbrt(x)", "C0", {0}},
        // nested
        {"abs(abs(x) - 1)", "C0", {-1, 0, 1}},
        {"abs(abs(abs(x) - 2) - 1)", "C0", {-3, -2, -1, 0, 1, 2, 3}},
        {"tanh(abs(abs(x) - 1))", "C0", {-1, 0, 1}},
        {"max(min(x, 1), max(-x, -2))", "C0", {0, 1}},
        {"min(max(x, 0), max(1 - x, -1))", "C0", {0, 0.5, 2}},
        {"relu(relu(x) - 1)", "C0", {1}},
        {"relu(x)*relu(1 - x)", "C0", {0, 1}},
        // conditions
        {"{x < 1: x, 5}", "jump", {1}},
        {"{x < 0: 0, x < 1: x, 1}", "C0", {0, 1}},
        {"x > 0 and x < 2 ? 1 : 0", "jump", {0, 2}},
        {"-1 < x < 1 ? x : sign(x)", "C0", {-1, 1}},
        {"x^3 > 8 ? x : 2", "C0", {2}},
        {"x*x > 4 or x < -3 ? 0 : 4 - x*x", "C0", {-2, 2}},
        {"not (x > 1) ? x : 2 - x", "C0", {1}},
        // how well they meet
        {"relu(x)^2", "C1", {0}},
        {"relu(x)^3", "C2", {0}},
        {"relu(x)^4", "smooth", {}},
        {"{x > 0: x, exp(x) - 1}", "C1", {0}},
        {"{x > 0: x, 1.5*(exp(x) - 1)}", "C0", {0}},
        {"{x < 0: sin(x), x}", "C2", {0}},
        {"x/(1 + abs(x))", "C1", {0}},
        {"abs(x)^3", "C2", {0}},
        {"x*abs(x)", "C1", {0}},
        {"max(x, sin(x))", "C2", {0}, false},
        // nothing there after all
        {"abs(x) - abs(x)", "smooth", {}},
        {"relu(x) - relu(-x)", "smooth", {}},
        {"max(x, 0) + min(x, 0)", "smooth", {}},
        {"abs(x)^2", "smooth", {}},
        {"x < 1 ? x^2 : x*x", "smooth", {}},
        {"sign(x)*abs(x)", "smooth", {}},
        {"sinc(x)", "smooth", {}},
        {"softplus(x)", "smooth", {}},
        {"sqrt(1 + x^2)", "smooth", {}},
        {"clamp(tanh(x), -2, 2)", "smooth", {}},
        // holes, poles and ends
        {"sin(x)/x", "jump", {0}},
        {"1/x", "jump", {0}},
        {"1/(x^2 - 1)", "jump", {-1, 1}},
        {"log(x)", "jump", {0}},
        {"exp(-1/x^2)", "smooth", {}},
        // small, far and many
        {"{x < 0: 1, 1 + 1e-9}", "jump", {0}},
        {"{x < 3: x, x + 1e-8}", "jump", {3}},
        {"abs(x - 1e6)", "C0", {1e6}},
        {"abs(x - 123.456)", "C0", {123.456}},
        {"abs((x - 1000)*(x + 70000))", "C0", {-70000, 1000}},
        {"max(0, x - 1e-7) + max(0, x)", "C0", {0, 1e-7}},
        {"abs(exp(x) - 1e20)", "C0", {std::log(1e20)}},
        {"relu(x - 20)*relu(30 - x)", "C0", {20, 30}},
        {"abs(x - 2*pi)", "C0", {2 * kPi}},
        {"abs(x^2 - 1e-14)", "C0", {-1e-7, 1e-7}},
        // what only touches
        {"abs((x - 1)^2)", "smooth", {}},
        {"abs((x - 1)^3)", "C2", {1}},
        {"sign((x - 0.3)^2)", "jump", {0.3}},
        {"cos(abs(x))", "smooth", {}},
        {"sin(abs(x))", "C0", {0}},
        {"abs(x)^1.5", "C1", {0}},
        {"sqrt(abs(x))", "C0", {0}},
        {"exp(-abs(x))", "C0", {0}},
        {"log(abs(x))", "jump", {0}},
        {"0*{x < 0: x, 2*x}", "smooth", {}},
    };
    return known;
}

TEST(Smoothness, isThatOfEveryKnownFormula)
{
    for (const Known& known : knownFormulas()) {
        const auto found = smoothnessOf(*activationOf(known.formula));
        std::vector<double> places;
        for (const auto& point : found.points)
            places.push_back(point.x);
        EXPECT_EQ(continuityOf(found.worst), known.continuity) << known.formula;
        EXPECT_EQ(found.complete, known.isComplete) << known.formula;
        ASSERT_EQ(places.size(), known.places.size()) << known.formula << ": " << testing::PrintToString(places);
        for (std::size_t i = 0; i < places.size(); ++i)
            EXPECT_NEAR(places[i], known.places[i], 1e-12 * std::max(1.0, std::abs(known.places[i])))
                << known.formula;
    }
}

TEST(Smoothness, saysSoWhereThereAreMoreThanItCanList)
{
    for (const auto* formula : {"abs(sin(x))", "x - floor(x)", "max(cos(x), 0.99)", "(2/pi)*asin(sin(pi*x/2))",
                                "tan(x)", "floor(1e9*x)", "abs(sin(1000*x))", "abs(x*sin(1/x))", "abs(x - 1e12)",
                                "abs(x*1e-12 - 1)", "abs(x^2 - 1e30)", "abs(x^4 - 6*x^2 + 9)"})
        EXPECT_FALSE(smoothnessOf(*activationOf(formula)).complete) << formula;
}

TEST(Smoothness, namesWhatItTakesForTheSeamOfAnApproximation)
{
    for (const char* formula : {"x + 1e-9*abs(x)", "sin(x) + 1e-9*abs(x)", "{x < 0: x, 1.000000001*x}"}) {
        const auto found = smoothnessOf(*activationOf(formula));
        EXPECT_THAT(found.seams, ElementsAre(0)) << formula;
        EXPECT_THAT(found.points, testing::IsEmpty()) << formula;
    }
    EXPECT_EQ(smoothnessOf(*activationOf("x + 1e-8*abs(x)")).worst, Join::Kink)
        << "neither side is the value between";
    EXPECT_THAT(smoothnessOf(*activationOf("softplus(x, threshold=20)")).seams, ElementsAre(20));
    for (const char* formula : {"abs(x)", "{x < 1: x^2, 2*x - 1}", "elu(x)", "{x < 0: expm1(x), x}", "tanh(x)"})
        EXPECT_THAT(smoothnessOf(*activationOf(formula)).seams, testing::IsEmpty()) << formula;
}

TEST(Smoothness, takesNoRoundingOfAConditionThatTouchesZeroForAKink)
{
    const auto found = smoothnessOf(*activationOf("abs(x^4 - 6*x^2 + 9)"));
    EXPECT_THAT(found.points, testing::IsEmpty());
    EXPECT_EQ(continuityOf(found.worst), "smooth");
    EXPECT_FALSE(found.complete) << "it cannot know";
}

TEST(Smoothness, listsWhatLiesInTheInterval)
{
    const auto found = smoothnessOf(*activationOf("(2/pi)*asin(sin(pi*x/2))"), Interval{-4, 4});
    EXPECT_TRUE(found.complete);
    ASSERT_EQ(found.points.size(), 4U);
    EXPECT_NEAR(found.points[3].x, 3, 1e-12);
    EXPECT_TRUE(smoothnessOf(*activationOf("abs(x)"), Interval{1, 2}).points.empty());
}

TEST(Smoothness, tellsValueSlopeAndCurvatureOnBothSides)
{
    const auto found = smoothnessOf(*activationOf("{x < 1: x^2, 3*x^3 + 1}"));
    ASSERT_EQ(found.points.size(), 1U);
    const Breakpoint& point = found.points[0];
    EXPECT_THAT((std::vector{point.left, point.right, point.at}), ElementsAre(1, 4, 4));
    EXPECT_THAT((std::vector{point.leftSlope, point.rightSlope, point.slopeAt}), ElementsAre(2, 9, 9));
    EXPECT_THAT((std::vector{point.leftCurvature, point.rightCurvature}), ElementsAre(2, 18));
}

TEST(Smoothness, tellsAHoleFromAJump)
{
    const auto kind = [](const char* formula) {
        return std::string(kindOf(smoothnessOf(*activationOf(formula)).points.at(0)));
    };
    EXPECT_EQ(kind("sin(x)/x"), "removable");
    EXPECT_EQ(kind("x == 2 ? 5 : x"), "removable");
    EXPECT_EQ(kind("1/x"), "jump");
    EXPECT_EQ(kind("sign(x)"), "jump");
    EXPECT_EQ(kind("abs(x)"), "kink");
    EXPECT_EQ(kind("x*abs(x)"), "C1");
}

TEST(Smoothness, followsTheParameters)
{
    const auto elu = activationOf("{x > 0: x, alpha*(exp(x) - 1)}", {{"alpha", 1.0}});
    EXPECT_EQ(smoothnessOf(*elu).worst, Join::C1);
    EXPECT_EQ(smoothnessOf(*elu->withValue("alpha", 1.25)).worst, Join::Kink);
    const auto hinge = activationOf("abs(x - a*b)", {{"a", 2.0}, {"b", 3.0}});
    ASSERT_EQ(smoothnessOf(*hinge).points.size(), 1U);
    EXPECT_EQ(smoothnessOf(*hinge).points[0].x, 6);
}

}  // namespace
}  // namespace actlab::analysis
