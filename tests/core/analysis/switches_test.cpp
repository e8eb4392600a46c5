#include "core/analysis/switches.hpp"

#include "core/expr/parser.hpp"
#include "core/expr/printer.hpp"

#include <gmock/gmock.h>

namespace actlab::analysis {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<std::string> switches(std::string_view text)
{
    std::vector<std::string> printed;
    for (const auto& s : switchesOf(expr::parse(text).value()))
        printed.push_back((s.atEveryInteger ? "Z " : "") + expr::print(s.quantity));
    return printed;
}

TEST(Switches, areTheSidesOfComparisons)
{
    EXPECT_THAT(switches("x < 1 and not (x > a) ? x : 2"), UnorderedElementsAre("x - 1", "x - a"));
}

TEST(Switches, areWhatMaxAndClampCompare)
{
    EXPECT_THAT(switches("max(x, 2) + clamp(x, a, 4)"), UnorderedElementsAre("x - 2", "x - a", "x - 4"));
}

TEST(Switches, areFoundInsideFunctionsInsideFunctions)
{
    EXPECT_THAT(switches("exp(sin(abs(x + 1)))"), UnorderedElementsAre("x + 1"));
}

TEST(Switches, countTheStepsOfFloorAndRound)
{
    EXPECT_THAT(switches("floor(2*x) + round(x)"), UnorderedElementsAre("Z 2*x", "Z x + 0.5"));
}

TEST(Switches, areWhereFunctionsEnd)
{
    EXPECT_THAT(switches("log(x) + asin(x) + 1/(x - 3)"), UnorderedElementsAre("x", "x - 1", "x + 1", "x - 3"));
}

TEST(Switches, areNotInWhatIsSmooth)
{
    EXPECT_THAT(switches("x^2 + exp(-x) * tanh(x) / 3"), IsEmpty());
}

TEST(Switches, areNotBoundsAtInfinity)
{
    EXPECT_THAT(switches("clamp(x, min=0) + (x < inf)"), UnorderedElementsAre("x - 0"));
}

TEST(Switches, areNotInWhatDoesNotDependOnX)
{
    EXPECT_THAT(switches("x * abs(a) + (b < 1 ? 1 : 2)"), IsEmpty());
}

}  // namespace
}  // namespace actlab::analysis
