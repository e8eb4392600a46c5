#include "core/activation/summand.hpp"

#include "core/expr/parser.hpp"
#include "core/expr/printer.hpp"

#include <gtest/gtest.h>

namespace actlab::activation {
namespace {

TEST(Summand, changesTheNumberThatIsThere)
{
    EXPECT_EQ(withAdded("x + 2", -3), "x - 1");
    EXPECT_EQ(withAdded("x - 2", 3), "x + 1");
    EXPECT_EQ(withAdded("5", -7), "-2");
    EXPECT_EQ(withAdded(" exp(x)-1 ", 1.5), "exp(x) + 0.5");
    EXPECT_EQ(withAdded("1 - x", 2), "3 - x");
    EXPECT_EQ(withAdded("-1 + x", -2), "-3 + x");
}

TEST(Summand, leavesOutWhatBecomesNothing)
{
    EXPECT_EQ(withAdded("x + 2", -2), "x");
    EXPECT_EQ(withAdded("x", 0.0), "x");
    EXPECT_EQ(withAdded("0.3", -0.1), "0.2");
}

TEST(Summand, standsAtTheEndWhereThereIsNoNumber)
{
    EXPECT_EQ(withAdded("a*x", 0.5), "a*x + 0.5");
    EXPECT_EQ(withAdded("elu(x, alpha=0.5)", -1), "elu(x, alpha=0.5) - 1");
    EXPECT_EQ(withAdded("x + pi", 1), "x + pi + 1");
    EXPECT_EQ(withAdded("x + c", expr::negate(expr::parameter("k"))), "x + c - k");
}

TEST(Summand, joinsWithANumberInSymbols)
{
    EXPECT_EQ(withAdded("x + 2", expr::parameter("k")), "x + 2 + k");
    EXPECT_EQ(withAdded("x", expr::parameter("k") - expr::number(1)), "x + k - 1");
}

TEST(Summand, keepsTogetherWhatTheFormulaIs)
{
    EXPECT_EQ(withAdded("x if x > 3 else 0", 1), "(x if x > 3 else 0) + 1");
    EXPECT_EQ(withAdded("x > 3 ? x : 0", 1), "(x > 3 ? x : 0) + 1");
}

TEST(Summand, tellsWhichNumberItWouldChange)
{
    EXPECT_EQ(addedNumber("x + 2"), 2);
    EXPECT_EQ(addedNumber("x - 2"), -2);
    EXPECT_EQ(addedNumber("7"), 7);
    EXPECT_EQ(addedNumber("2*x"), std::nullopt);
    EXPECT_EQ(addedNumber("x + pi"), std::nullopt);
}

TEST(Summand, tidiesWhatRoundingLeavesBehind)
{
    EXPECT_EQ(tidy(0.1 + 0.2), 0.3);
    EXPECT_EQ(tidy(0.6 - 0.5, 0.6), 0.1);
    EXPECT_EQ(tidy(1.0 / 3), 1.0 / 3);
    EXPECT_EQ(tidy(0), 0);
}

}  // namespace
}  // namespace actlab::activation
