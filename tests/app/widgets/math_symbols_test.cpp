#include "app/widgets/math_symbols.hpp"

#include "core/expr/builtins.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace actlab::widgets {
namespace {

TEST(MathSymbol, writesGreekNamesAsLettersAndTheRestAsIndex)
{
    EXPECT_EQ(mathSymbol("alpha").letters, "α");
    EXPECT_EQ(mathSymbol("w_in").letters, "w");
    EXPECT_EQ(mathSymbol("w_in").index, "in");
    EXPECT_EQ(mathSymbol("beta2").letters, "β");
    EXPECT_EQ(mathSymbol("beta2").index, "2");
}

TEST(MathSymbol, leavesWordsUpright)
{
    EXPECT_EQ(mathSymbol("slope").letters, "slope");
    EXPECT_EQ(mathSymbol("slope").face, MathFace::Upright);
    EXPECT_EQ(mathSymbol("a").face, MathFace::Italic);
    EXPECT_EQ(mathSymbol("slope_in").index, "");
    EXPECT_EQ(mathSymbol("p_").letters, "p_");
}

TEST(MathNumber, shortensLongDigitsAndKeepsThePowerOfTenApart)
{
    EXPECT_EQ(mathNumber(0.5).digits, "0.5");
    EXPECT_EQ(mathNumber(1.0 / 3).digits, "0.33333…");
    EXPECT_EQ(mathNumber(1e-12).exponent, "−12");
    EXPECT_EQ(mathNumber(-2).digits, "−2");
}

TEST(MathNumber, namesWhatHasNoDigits)
{
    EXPECT_EQ(mathNumber(std::numeric_limits<double>::infinity()).digits, "∞");
    EXPECT_EQ(mathNumber(std::acos(-1.0)).digits, "π");
    EXPECT_EQ(mathNumber(std::exp(1.0)).digits, "e");
    EXPECT_EQ(mathNumber(std::nan("")).digits, "?");
}

TEST(MathFunctionName, isTheOneOfBooks)
{
    EXPECT_EQ(mathFunctionName(*expr::findBuiltin("log")), "ln");
    EXPECT_EQ(mathFunctionName(*expr::findBuiltin("tanh")), "tanh");
}

}  // namespace
}  // namespace actlab::widgets
