#include "core/analysis/breakpoints.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <chrono>
#include <cmath>
#include <gmock/gmock.h>

namespace actlab::analysis {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::IsEmpty;

Breakpoints find(std::string formula, Interval interval = {})
{
    return findBreakpoints(*activationOf(std::move(formula)), interval);
}

std::vector<double> places(const std::string& formula, Interval interval = {})
{
    std::vector<double> x;
    for (const auto& point : find(formula, interval).points)
        x.push_back(point.x);
    return x;
}

Breakpoint only(const std::string& formula, Interval interval = {})
{
    const auto found = find(formula, interval).points;
    EXPECT_EQ(found.size(), 1U) << formula;
    return found.empty() ? Breakpoint{} : found.front();
}

TEST(Breakpoints, tellAJumpWithItsExactLimits)
{
    const auto jump = only("{x <= 1: x, 5}");
    EXPECT_EQ(jump.join, Join::Jump);
    EXPECT_EQ(jump.x, 1);
    EXPECT_EQ(jump.left, 1);
    EXPECT_EQ(jump.right, 5);
    EXPECT_EQ(jump.at, 1);
    EXPECT_EQ(jump.leftSlope, 1);
    EXPECT_EQ(jump.rightSlope, 0);
}

TEST(Breakpoints, tellAKinkWithBothSlopesAndTheOneInUse)
{
    const auto kink = only("max(0, x)");
    EXPECT_EQ(kink.join, Join::Kink);
    EXPECT_EQ(kink.x, 0);
    EXPECT_EQ(kink.leftSlope, 0);
    EXPECT_EQ(kink.rightSlope, 1);
    EXPECT_EQ(kink.slopeAt, 0.5);
    EXPECT_EQ(only("relu(x)").slopeAt, 0);
}

TEST(Breakpoints, tellWhereOnlyTheCurvatureJumps)
{
    EXPECT_EQ(only("max(0, x)^2").join, Join::C1);
    EXPECT_EQ(only("x > 0 ? x : exp(x) - 1").join, Join::C1);
}

TEST(Breakpoints, leaveOutWhereThePiecesMeetSmoothly)
{
    EXPECT_THAT(places("x < 1 ? x^2 : x*x"), IsEmpty());
    EXPECT_THAT(places("max(0, x) - max(0, -x)"), IsEmpty());
    EXPECT_THAT(places("softplus(x)", {-30, 30}), IsEmpty());
}

TEST(Breakpoints, areExactWhereTheConditionIsALine)
{
    EXPECT_THAT(places("abs(3*x - 1) + relu(x + 0.1)"), ElementsAre(DoubleEq(-0.1), DoubleEq(1.0 / 3)));
}

TEST(Breakpoints, areExactToTheLastDigitsWhereItBends)
{
    EXPECT_THAT(places("max(x^2, 2)"), ElementsAre(DoubleEq(-std::sqrt(2.0)), DoubleEq(std::sqrt(2.0))));
    EXPECT_THAT(places("abs(exp(x) - 3)"), ElementsAre(DoubleEq(std::log(3.0))));
}

TEST(Breakpoints, areFoundInsideNestedFunctions)
{
    EXPECT_THAT(places("tanh(abs(abs(x) - 1))"), ElementsAre(-1, 0, 1));
}

TEST(Breakpoints, areFoundWhereASquareRootTouchesZero)
{
    const auto corner = only("sqrt((x - 0.7)^2)");
    EXPECT_EQ(corner.join, Join::Kink);
    EXPECT_DOUBLE_EQ(corner.x, 0.7);
    EXPECT_NEAR(corner.leftSlope, -1, 1e-9);
    EXPECT_NEAR(corner.rightSlope, 1, 1e-9);
}

TEST(Breakpoints, areFoundInPeriodicForms)
{
    EXPECT_THAT(places("(2/pi)*asin(sin(pi*x/2))", {-4, 4}),
                ElementsAre(DoubleEq(-3), DoubleEq(-1), DoubleEq(1), DoubleEq(3)));
    EXPECT_THAT(places("x - floor(x)", {-1.5, 1.5}), ElementsAre(-1, 0, 1));
    EXPECT_THAT(places("round(x)", {-1.2, 1.2}), ElementsAre(-0.5, 0.5));
    EXPECT_THAT(places("floor(x^2)", {0.5, 1.8}), ElementsAre(1, DoubleEq(std::sqrt(2.0)), DoubleEq(std::sqrt(3.0))));
}

TEST(Breakpoints, ofMaxOfXAndItsSineIsTheOneAtZero)
{
    EXPECT_TRUE(find("max(x, sin(x))").complete);
    for (const double x : places("max(x, sin(x))"))
        EXPECT_NEAR(x, 0, 1e-6);
}

TEST(Breakpoints, areBoundedWhereThereAreTooMany)
{
    for (const auto* formula : {"floor(100*x)", "floor(1e9*x)", "abs(sin(1000*x))", "floor(exp(3*x))"}) {
        const auto found = find(formula);
        EXPECT_FALSE(found.complete) << formula;
        EXPECT_LE(found.points.size(), 200U) << formula;
    }
}

TEST(Breakpoints, seePolesAsJumpsToInfinity)
{
    const auto pole = only("1/x");
    EXPECT_EQ(pole.join, Join::Jump);
    EXPECT_EQ(pole.left, -INFINITY);
    EXPECT_EQ(pole.right, INFINITY);
    const auto tangent = only("tan(x)", {0, 3});
    EXPECT_DOUBLE_EQ(tangent.x, std::acos(0.0));
    EXPECT_EQ(tangent.left, INFINITY);
    EXPECT_EQ(tangent.right, -INFINITY);
}

TEST(Breakpoints, seeAHoleWhereTheValueIsMissing)
{
    const auto hole = only("sin(x)/x");
    EXPECT_EQ(hole.join, Join::Jump);
    EXPECT_NEAR(hole.left, 1, 1e-9);
    EXPECT_EQ(hole.left, hole.right);
    EXPECT_TRUE(std::isnan(hole.at));
    EXPECT_THAT(places("x == 0 ? 1 : sin(x)/x"), IsEmpty());
}

TEST(Breakpoints, seeTheEndOfTheDomain)
{
    const auto end = only("sqrt(x)");
    EXPECT_TRUE(std::isnan(end.left));
    EXPECT_EQ(end.right, 0);
    EXPECT_EQ(end.rightSlope, INFINITY);
}

TEST(Breakpoints, areFoundAtAnyZoom)
{
    EXPECT_THAT(places("abs(x - 1)", {1 - 5e-10, 1 + 5e-10}), ElementsAre(1));
    EXPECT_THAT(places("abs(x^2 - 2)", {-5e8, 5e8}),
                ElementsAre(DoubleEq(-std::sqrt(2.0)), DoubleEq(std::sqrt(2.0))));
    EXPECT_THAT(places("{x < 0: 0, x < 1e-10: 1, 2}", {-1, 1}), ElementsAre(0, 1e-10));
}

TEST(Breakpoints, followTheParameters)
{
    const auto activation = activationOf("x > theta ? x : 0", {{"theta", 1.0}});
    const auto moved = activation->withValue("theta", 2.5);
    ASSERT_EQ(findBreakpoints(*moved, {}).points.size(), 1U);
    EXPECT_EQ(findBreakpoints(*moved, {}).points[0].x, 2.5);
}

TEST(Breakpoints, tellTheTrueSlopesBesideTheAuthorsGradient)
{
    const auto found = findBreakpoints(*activationOf("relu(x)", {}, "sigmoid(x)"), {});
    ASSERT_EQ(found.points.size(), 1U);
    EXPECT_EQ(found.points[0].join, Join::Kink);
    EXPECT_EQ(found.points[0].leftSlope, 0);
    EXPECT_EQ(found.points[0].rightSlope, 1);
    EXPECT_EQ(found.points[0].slopeAt, 0.5);
}

TEST(Breakpoints, ofAnImpossibleIntervalAreNone)
{
    for (const Interval interval : {Interval{1, -1}, Interval{NAN, 1}, Interval{-INFINITY, INFINITY}})
        EXPECT_THAT(find("abs(x)", interval).points, IsEmpty());
}

}  // namespace
}  // namespace actlab::analysis
