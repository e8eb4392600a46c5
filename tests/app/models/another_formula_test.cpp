#include "app/models/another_formula.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

TEST(AnotherFormula, isNotOneWithOtherNumbers)
{
    EXPECT_FALSE(isAnotherFormula("{x < 0: 0.1*x, x < 1: x, 1}", "{x < -12.5: 100*x, x < 1: x, 7}"));
    EXPECT_FALSE(isAnotherFormula("1*x", "1000*x"));
    EXPECT_FALSE(isAnotherFormula("x", "x"));
}

TEST(AnotherFormula, isNotOneWithMoreOrLessInIt)
{
    EXPECT_FALSE(isAnotherFormula("x", "3*x"));
    EXPECT_FALSE(isAnotherFormula("tanh(x)", "{x < 1: tanh(x), tanh(x)}"));
    EXPECT_FALSE(isAnotherFormula("{x < 0: 0, x < 1: x, 1}", "{x < 0: 0, 1}"));
}

TEST(AnotherFormula, isOneThatHasLittleInCommon)
{
    EXPECT_TRUE(isAnotherFormula("{x < 0: 0.1*x, x < 1: x, 1}", "100*tanh(x)"));
    EXPECT_TRUE(isAnotherFormula("tanh(x)", "x^2 + 30"));
    EXPECT_TRUE(isAnotherFormula("log2(x)", "y0*exp(x)"));
    EXPECT_TRUE(isAnotherFormula("", "x"));
}

}  // namespace
}  // namespace actlab::models
