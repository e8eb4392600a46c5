#include "meaning_of.hpp"

#include <limits>
#include <numbers>

namespace actlab::expr {

namespace {

std::string printed(std::string_view text)
{
    return print(meaningOf(text));
}

TEST(Printer, writesOnlyTheBracketsThatAreNeeded)
{
    EXPECT_EQ(printed("((x) + ((1)*(x)))"), "x + 1*x");
    EXPECT_EQ(printed("(a + x)*(b - x)"), "(a + x)*(b - x)");
    EXPECT_EQ(printed("a - (b - c) - (d + x)"), "a - (b - c) - (d + x)");
    EXPECT_EQ(printed("a/(b*c)/(d/x)"), "a/(b*c)/(d/x)");
    EXPECT_EQ(printed("-(x^2)"), "-x^2");
    EXPECT_EQ(printed("(-x)^2"), "(-x)^2");
    EXPECT_EQ(printed("(x^a)^b"), "(x^a)^b");
    EXPECT_EQ(printed("x^(a^b)"), "x^a^b");
    EXPECT_EQ(printed("2^(-1)"), "2^-1");
    EXPECT_EQ(printed("(-2)^x"), "(-2)^x");
    EXPECT_EQ(printed("-(a*x)"), "-(a*x)");
}

TEST(Printer, writesConditionsInWords)
{
    EXPECT_EQ(printed("x<0 && (x>1 || !(x==2)) ? 1 : 0"), "{x < 0 and (x > 1 or not x == 2): 1, 0}");
    EXPECT_EQ(printed("0<=x<1 ? 1 : 0"), "{0 <= x and x < 1: 1, 0}");
    EXPECT_EQ(printed("(x>=0)*x != 3"), "(x >= 0)*x != 3");
}

TEST(Printer, writesEveryConditionalAsPieces)
{
    EXPECT_EQ(printed("x < 0 ? 0.1*x : x < 1 ? x : 1"), "{x < 0: 0.1*x, x < 1: x, 1}");
    EXPECT_EQ(printed("2*where(x < 0, 1, x)"), "2*{x < 0: 1, x}");
}

TEST(Printer, leavesOutAnElseThatIsNotThere)
{
    EXPECT_EQ(printed("{x < 0: 1}"), "{x < 0: 1}");
    EXPECT_EQ(printed("{x < 0: 1, nan}"), "{x < 0: 1}");
}

TEST(Printer, writesCallsWithAllTheirArguments)
{
    EXPECT_EQ(printed("max(x,0)"), "max(x, 0)");
    EXPECT_EQ(printed("clamp(x, max=1)"), "clamp(x, -inf, 1)");
}

TEST(PrintNumber, isTheShortestTextThatReadsBack)
{
    EXPECT_EQ(printNumber(0.1), "0.1");
    EXPECT_EQ(printNumber(-3), "-3");
    EXPECT_EQ(printNumber(-0.0), "-0");
    EXPECT_EQ(printNumber(1e300), "1e+300");
    EXPECT_EQ(printNumber(5e-324), "5e-324");
}

TEST(PrintNumber, namesTheSpecialOnes)
{
    EXPECT_EQ(printNumber(std::numbers::pi), "pi");
    EXPECT_EQ(printNumber(-std::numbers::e), "-e");
    EXPECT_EQ(printNumber(-std::numeric_limits<double>::infinity()), "-inf");
    EXPECT_EQ(printNumber(std::numeric_limits<double>::quiet_NaN()), "nan");
}

}  // namespace

}  // namespace actlab::expr
