#include "core/analysis/own_gradient.hpp"

#include "activation_of.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace actlab::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Interval> differing(const char* formula, const char* gradient)
{
    return whereGradientDiffers(*activationOf(formula, {}, gradient));
}

TEST(OwnGradient, differsNowhereWhereThereIsNoneOfOnesOwn)
{
    EXPECT_THAT(differing("tanh(x)", ""), IsEmpty());
}

TEST(OwnGradient, differsNowhereWhereItIsTheTrueOneInOtherWords)
{
    EXPECT_THAT(differing("tanh(x)", "1 - tanh(x)^2"), IsEmpty());
    EXPECT_THAT(differing("{x > 0: x, 0}", "{x > 0: 1, 0}"), IsEmpty());
}

TEST(OwnGradient, differsEverywhereForAStraightThroughStep)
{
    EXPECT_THAT(differing("{x > 0: 1, 0}", "1"), ElementsAre(Interval{-INFINITY, INFINITY}));
    EXPECT_THAT(differing("sign(x)", "{abs(x) <= 1: 1, 0}"), ElementsAre(Interval{-1, 1}));
}

TEST(OwnGradient, differsOutsideWhereTheTrueOneIsClipped)
{
    EXPECT_THAT(differing("clamp(x, -1, 1)", "1"), ElementsAre(Interval{-INFINITY, -1}, Interval{1, INFINITY}));
    EXPECT_THAT(differing("x^2", "clamp(2*x, -1, 1)"),
                ElementsAre(Interval{-INFINITY, -0.5}, Interval{0.5, INFINITY}));
}

TEST(OwnGradient, knowsItsParameters)
{
    const auto f = activationOf("{x > 0: 1, 0}", {{.name = "w", .value = 2}}, "{abs(x) < w: 1/(2*w), 0}");
    EXPECT_THAT(whereGradientDiffers(*f), ElementsAre(Interval{-2, 2}));
    EXPECT_THAT(whereGradientDiffers(*f->withValue("w", 0.5)), ElementsAre(Interval{-0.5, 0.5}));
}

}  // namespace
}  // namespace actlab::analysis
