#include "core/expr/match.hpp"

#include "core/expr/parser.hpp"
#include "core/expr/printer.hpp"

#include <gtest/gtest.h>

namespace actlab::expr {
namespace {

/// What u stands for; "no" where the pattern does not fit, "odd" where it fits without a u.
std::string uOf(const char* pattern, const char* formula)
{
    const auto ways = match(*parse(pattern), *parse(formula));
    if (ways.empty())
        return "no";
    const auto u = ways.front().find("u");
    return u == ways.front().end() ? "odd" : print(u->second);
}

TEST(Match, aParameterStandsForAnything)
{
    EXPECT_EQ(uOf("u", "x + 1"), "x + 1");
    EXPECT_EQ(uOf("exp(u)", "exp({x < 0: 1, x})"), "{x < 0: 1, x}");
    EXPECT_EQ(uOf("exp(u)", "log(x)"), "no");
}

TEST(Match, theSameParameterStandsForTheSame)
{
    EXPECT_EQ(uOf("u*tanh(u)", "x*tanh(x)"), "x");
    EXPECT_EQ(uOf("u*tanh(u)", "x*tanh(2*x)"), "no");
    EXPECT_EQ(uOf("exp(u)/(1 + exp(u))", "exp(2*x)/(1 + exp(x*2))"), "2*x");
}

TEST(Match, sumsAndProductsFitInEitherOrder)
{
    EXPECT_EQ(uOf("1 + exp(u)", "exp(x) + 1"), "x");
    EXPECT_EQ(uOf("u*tanh(u)", "tanh(x)*x"), "x");
    EXPECT_EQ(uOf("1 - u", "u - 1"), "no");
    EXPECT_EQ(uOf("exp(u) - 1", "-1 + exp(x)"), "x");
    EXPECT_EQ(uOf("1 + u", "1 - x"), "-x");
}

TEST(Match, takesASignOffWhateverItStandsBefore)
{
    EXPECT_EQ(uOf("exp(-u)", "exp(-x)"), "x");
    EXPECT_EQ(uOf("exp(-u)", "exp(-2*x)"), "2*x");
    EXPECT_EQ(uOf("exp(-u)", "exp(-a*x/2)"), "a*x/2");
    EXPECT_EQ(uOf("exp(-u)", "exp(1 - x)"), "x - 1");
    EXPECT_EQ(uOf("exp(-u)", "exp(x)"), "no");
    EXPECT_EQ(uOf("exp(u) + exp(-u)", "exp(-x) + exp(x)"), "-x");
}

TEST(Match, leavesConditionsToThemselves)
{
    EXPECT_EQ(uOf("{x < 0: 1, 2}", "{x < 0: 1, 2}"), "odd");
    EXPECT_EQ(uOf("{x < 0: 1, 2}", "{x < 1: 1, 2}"), "no");
}

}  // namespace
}  // namespace actlab::expr
