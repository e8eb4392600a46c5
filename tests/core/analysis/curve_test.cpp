#include "core/analysis/curve.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>

namespace actlab::analysis {
namespace {

CurveSet sample(std::string formula, Interval interval = {}, int samples = 1000, int order = 2)
{
    return sampleCurves(*activationOf(std::move(formula)), interval, samples, order);
}

/// The y of every point of a curve at exactly this x.
std::vector<double> valuesAt(const Curve& curve, double x)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < curve.x.size(); ++i)
        if (curve.x[i] == x)
            values.push_back(curve.y[i]);
    return values;
}

/// The largest step between neighbours of which neither is a gap.
double steepestStep(const Curve& curve)
{
    double step = 0;
    for (std::size_t i = 1; i < curve.y.size(); ++i)
        step = std::fmax(step, std::abs(curve.y[i] - curve.y[i - 1]));
    return step;
}

using testing::ElementsAre;
using testing::IsNan;

TEST(Curve, hasAGapBetweenTheExactSidesOfAJump)
{
    for (const double zoom : {1e9, 6.0, 1e-3, 1e-9}) {
        const auto set = sample("{x <= 1: x, 5}", {1 - zoom, 1 + zoom});
        EXPECT_THAT(valuesAt(set.orders[0], 1), ElementsAre(1, IsNan(), 5)) << zoom;
    }
}

TEST(Curve, hasTheCornerItselfAtAKinkAndAGapInItsSlope)
{
    const auto set = sample("relu(x - 0.123)");
    EXPECT_THAT(valuesAt(set.orders[0], 0.123), ElementsAre(0));
    EXPECT_THAT(valuesAt(set.orders[1], 0.123), ElementsAre(0, IsNan(), 1));
    EXPECT_THAT(valuesAt(set.orders[2], 0.123), ElementsAre(0));
}

TEST(Curve, ascendsInXAndStaysInTheInterval)
{
    for (const auto* formula :
         {"tan(x)", "floor(x)", "floor(100*x)", "sqrt(x)", "sin(40*x)", "1/x", "{x < 0: 1, 2}"}) {
        const auto set = sample(formula, {-3, 4});
        for (const auto& curve : set.orders) {
            EXPECT_TRUE(std::is_sorted(curve.x.begin(), curve.x.end())) << formula;
            EXPECT_GE(curve.x.front(), -3) << formula;
            EXPECT_LE(curve.x.back(), 4) << formula;
            EXPECT_EQ(curve.x.size(), curve.y.size()) << formula;
        }
    }
}

TEST(Curve, drawsNoVerticalLineThroughAJumpOrAPole)
{
    EXPECT_LT(steepestStep(sample("floor(x) + x").orders[0]), 0.1);
    const auto pole = sample("1/x").orders[0];
    for (std::size_t i = 1; i < pole.x.size(); ++i)
        EXPECT_FALSE(pole.y[i - 1] < -1 && pole.y[i] > 1);
    const auto tangent = sample("tan(x)").orders[0];
    for (std::size_t i = 1; i < tangent.x.size(); ++i)
        EXPECT_FALSE(tangent.y[i - 1] > 1 && tangent.y[i] < -1);
}

TEST(Curve, reachesFarUpBesideAPole)
{
    const auto pole = sample("1/x").orders[0];
    EXPECT_GT(*std::max_element(pole.y.begin(), pole.y.end(), [](double a, double b) { return !(a >= b); }), 1e4);
}

TEST(Curve, isNotANumberOutsideTheDomain)
{
    const auto set = sample("sqrt(x)");
    EXPECT_TRUE(std::isnan(set.orders[0].y.front()));
    EXPECT_EQ(valuesAt(set.orders[0], 0).back(), 0);
}

TEST(Curve, hasNoSlopeWhereNoPieceHolds)
{
    for (const char* gradient : {"", "1"}) {
        const auto activation = activationOf("{x < -2: -1, x < 1 and x > -1: x/2, x > 2: 1}", {}, gradient);
        const CurveSet set = sampleCurves(*activation, {-5, 5}, 1000, 2);
        const auto isInGap = [](double x) { return (x > -2 && x < -1) || (x > 1 && x < 2); };
        for (const Curve& curve : {set.orders[0], set.orders[1], set.orders[2]})
            for (std::size_t i = 0; i < curve.x.size(); ++i)
                EXPECT_TRUE(std::isnan(curve.y[i]) || !isInGap(curve.x[i])) << curve.x[i];
        EXPECT_THAT(valuesAt(set.orders[1], -2), ElementsAre(gradient[0] == '1' ? 1 : 0, IsNan()));
    }
}

TEST(Curve, hasMorePointsWhereItTurnsSharply)
{
    const auto set = sample("sigmoid(200*x)", {-6, 6}, 200);
    EXPECT_GT(set.orders[0].x.size(), 205U);
    EXPECT_LE(set.orders[0].x.size(), 400U);
    EXPECT_NEAR(static_cast<double>(sample("x", {-6, 6}, 200).orders[0].x.size()), 200, 2);
}

TEST(Curve, isThePrescribedGradientWhereTheAuthorGaveOne)
{
    const auto set = sampleCurves(*activationOf("x > 0 ? 1 : 0", {}, "abs(x) < 1 ? 1 : 0"), {}, 500, 1);
    EXPECT_THAT(valuesAt(set.orders[0], 0), ElementsAre(0, IsNan(), 1));
    EXPECT_THAT(valuesAt(set.orders[1], -1), ElementsAre(0, IsNan(), 1));
    EXPECT_THAT(valuesAt(set.orders[1], 1), ElementsAre(1, IsNan(), 0));
    EXPECT_EQ(set.breakpoints.points.size(), 1U);
}

TEST(Curve, hasTheTrueDerivativeBesideAGradientOfOnesOwn)
{
    const auto set = sampleCurves(*activationOf("abs(x)", {}, "{abs(x) < 1: x, sign(x)}"), {}, 500, 1);
    EXPECT_THAT(valuesAt(set.trueSlope, 0), ElementsAre(-1, IsNan(), 1));
    EXPECT_THAT(valuesAt(set.orders[1], 0), ElementsAre(0));
    ASSERT_EQ(set.differs.size(), 1U);
    EXPECT_EQ(set.differs[0], (Interval{-1, 1}));
    EXPECT_TRUE(sample("abs(x)").trueSlope.x.empty());
    EXPECT_TRUE(sample("abs(x)").differs.empty());
}

TEST(Curve, knowsWhereTheGradientUsedJumps)
{
    const auto straight = sampleCurves(*activationOf("{x > 0: x, 0}", {}, "1"), {}, 500, 1);
    EXPECT_TRUE(straight.slopeBreaks.empty());
    const auto window = sampleCurves(*activationOf("{x > 0: 1, 0}", {}, "{abs(x) <= 1: 1, 0}"), {}, 500, 1);
    ASSERT_EQ(window.slopeBreaks.size(), 2U);
    EXPECT_EQ(window.slopeBreaks[1].x, 1);
    EXPECT_EQ(window.slopeBreaks[1].left, 1);
    EXPECT_EQ(window.slopeBreaks[1].right, 0);
    EXPECT_EQ(window.slopeBreaks[1].at, 1);
    const auto relu = sample("{x > 0: x, 0}");
    ASSERT_EQ(relu.slopeBreaks.size(), 1U);
    EXPECT_EQ(relu.slopeBreaks[0].right, 1);
}

TEST(Curve, staysFiniteInTimeWhateverTheView)
{
    for (const Interval view : {Interval{1, 1}, Interval{2, 1}, Interval{NAN, 1}, Interval{-1e308, 1e308}})
        EXPECT_NO_FATAL_FAILURE(sample("floor(x)/x + tan(x)", view));
    EXPECT_EQ(sample("x", {0, 1}, 0, 7).orders.size(), 3U);
    EXPECT_GE(sample("x", {0, 1}, -5, 0).orders[0].x.size(), 2U);
}

}  // namespace
}  // namespace actlab::analysis
