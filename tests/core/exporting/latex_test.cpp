#include "core/exporting/latex.hpp"

#include "core/expr/builtins.hpp"
#include "core/expr/parser.hpp"

#include <gtest/gtest.h>

namespace actlab::exporting {
namespace {

std::string tex(std::string_view formula)
{
    return latex(expr::parse(formula).value()).value();
}

TEST(Latex, writesFractionsAndPowers)
{
    EXPECT_EQ(tex("(x + 1)/(x - 1)"), R"(\frac{x + 1}{x - 1})");
    EXPECT_EQ(tex("(x + 1)^2"), R"(\left(x + 1\right)^{2})");
    EXPECT_EQ(tex("x^2^x"), R"(x^{2^{x}})");
    EXPECT_EQ(tex("(x^2)^3"), R"(\left(x^{2}\right)^{3})");
    EXPECT_EQ(tex("(-2)^x"), R"(\left(-2\right)^{x})");
}

TEST(Latex, putsBracketsOnlyWhereTheMeaningNeedsThem)
{
    EXPECT_EQ(tex("x - (a - b)"), R"(x - \left(a - b\right))");
    EXPECT_EQ(tex("x - a - b"), "x - a - b");
    EXPECT_EQ(tex("2*(x + 1)"), R"(2 \, \left(x + 1\right))");
    EXPECT_EQ(tex("x*-3"), R"(x \, \left(-3\right))");
    EXPECT_EQ(tex("x + -3"), "x - 3");
    EXPECT_EQ(tex("-2*x"), R"(-2 \, x)");
    EXPECT_EQ(tex("a - -2*x"), R"(a - \left(-2 \, x\right))");
    EXPECT_EQ(tex("a*(-2*x)"), R"(a \, \left(-2 \, x\right))");
    EXPECT_EQ(tex("-(x + 1)"), R"(-\left(x + 1\right))");
    EXPECT_EQ(tex("2*3"), R"(2 \cdot 3)");
}

TEST(Latex, writesFunctionsAsBooksDo)
{
    EXPECT_EQ(tex("exp(-x)"), "e^{-x}");
    EXPECT_EQ(tex("exp(x)^2"), R"(\left(e^{x}\right)^{2})");
    EXPECT_EQ(tex("2*expm1(x)"), R"(2 \, \left(e^{x} - 1\right))");
    EXPECT_EQ(tex("sqrt(abs(x))"), R"(\sqrt{\left| x \right|})");
    EXPECT_EQ(tex("log(x) + log1p(x)"), R"(\ln\left(x\right) + \ln\left(1 + x\right))");
    EXPECT_EQ(tex("max(0, tanh(x))"), R"(\max\left(0, \tanh\left(x\right)\right))");
    EXPECT_EQ(tex("erf(floor(x))"), R"(\operatorname{erf}\left(\left\lfloor x \right\rfloor\right))");
}

TEST(Latex, writesPiecesAsCases)
{
    EXPECT_EQ(tex("x > 0 ? x : 0.1*x"),
              R"(\begin{cases} x & \text{if } x > 0 \\ 0.1 \, x & \text{otherwise} \end{cases})");
    EXPECT_EQ(tex("{x < 0: 1}"), R"(\begin{cases} 1 & \text{if } x < 0 \end{cases})");
    EXPECT_EQ(tex("x <= 0 or (x != 1 and x == 2) ? 1 : 2"),
              R"(\begin{cases} 1 & \text{if } x \le 0 \text{ or } \left(x \ne 1 \text{ and } x = 2\right) \\ )"
              R"(2 & \text{otherwise} \end{cases})");
}

TEST(Latex, writesAConditionAmongNumbersAsABracket)
{
    EXPECT_EQ(tex("x*(x > 0)"), R"(x \, \left[x > 0\right])");
}

TEST(Latex, writesNamesAndNumbers)
{
    EXPECT_EQ(tex("alpha*x + w_in + p1 + slope"),
              R"(\alpha \, x + w_{\mathrm{in}} + p_{\mathrm{1}} + \mathrm{slope})");
    EXPECT_EQ(tex("1e-30*x"), R"(1 \cdot 10^{-30} \, x)");
    EXPECT_EQ(tex("pi*x"), R"(\pi \, x)");
    EXPECT_EQ(tex("e*x"), R"(e \, x)");
    EXPECT_EQ(tex("min(x, inf)"), R"(\min\left(x, \infty\right))");
}

TEST(Latex, namesACatalogueFunctionAsItIsCalled)
{
    const expr::Builtin row{{}, "leaky_relu", 2, {}, {}, {}, {}};
    EXPECT_EQ(latex(expr::call(row, {expr::variable(), expr::number(0.1)})),
              R"(\operatorname{leaky\_relu}\left(x, 0.1\right))");
}

TEST(Latex, refusesWhatNobodyCanRead)
{
    expr::Expr e = expr::variable();
    for (int i = 0; i < 30; ++i)
        e = e + e;
    EXPECT_FALSE(latex(e));
}

}  // namespace
}  // namespace actlab::exporting
