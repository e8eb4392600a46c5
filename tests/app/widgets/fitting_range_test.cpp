#include "app/widgets/curve_plot.hpp"

#include <array>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

analysis::Interval rangeOf(const char* formula, std::array<bool, 3> visible = {true, false, false})
{
    const auto activation = activation::makeActivation({"test", formula, "", {}}).value();
    return fittingRange({{{}, 0, analysis::sampleCurves(*activation, {-6, 6}, 800, 2), visible}});
}

TEST(FittingRange, holdsAllOfAnOrdinaryCurve)
{
    for (const char* formula : {"tanh(x)", "x^2", "exp(x)", "0.001*x + exp(-100*x^2)"}) {
        const auto values = activation::makeActivation({"test", formula, "", {}}).value();
        const std::vector<double> x{-6, -1, 0, 1, 6};
        const auto heights = values->evaluate<double>(x, 0).front();
        for (const double y : heights)
            EXPECT_TRUE(rangeOf(formula).low < y && y < rangeOf(formula).high) << formula << ' ' << y;
    }
}

TEST(FittingRange, leavesThePolesOutAndTheRestLarge)
{
    for (const char* formula : {"1/x", "1/x^2", "tan(x)", "1/(x - 1)", "sin(x) + 0.1/x"})
        for (const bool isAll : {false, true}) {
            const auto range = rangeOf(formula, {true, isAll, isAll});
            EXPECT_LT(range.width(), 25) << formula << ' ' << range.low << ' ' << range.high;
            EXPECT_TRUE(range.low < 0.5 && range.high > 0.5) << formula;
        }
}

TEST(FittingRange, isOneOfNothingToo)
{
    EXPECT_GT(fittingRange({}).width(), 0);
    EXPECT_GT(rangeOf("log(-1 - x^2)").width(), 0);
}

}  // namespace
}  // namespace actlab::widgets
