#include "meaning_of.hpp"

#include <cmath>
#include <numbers>

namespace actlab::expr {

namespace {

void expectSame(std::string_view text, std::string_view plain)
{
    EXPECT_EQ(meaningOf(text), meaningOf(plain)) << text;
}

double valueOf(std::string_view text)
{
    const Expr e = meaningOf(text);
    EXPECT_TRUE(as<Number>(e)) << text;
    return as<Number>(e) ? as<Number>(e)->value : 0;
}

TEST(Parser, readsNumbersAndConstants)
{
    EXPECT_EQ(valueOf("1e-3"), 1e-3);
    EXPECT_EQ(valueOf(".5"), 0.5);
    EXPECT_EQ(valueOf("pi"), std::numbers::pi);
    EXPECT_EQ(valueOf("π"), std::numbers::pi);
    EXPECT_EQ(valueOf("e"), std::numbers::e);
    EXPECT_EQ(valueOf("-inf"), -HUGE_VAL);
    EXPECT_EQ(valueOf("-∞"), -HUGE_VAL);
    EXPECT_TRUE(std::isnan(valueOf("nan")));
}

TEST(Parser, takesEveryOtherNameForAParameter)
{
    for (const char* name : {"a", "alpha", "α", "β_1", "X", "pie", "斜率", "_"})
        EXPECT_EQ(meaningOf(name), parameter(name));
    EXPECT_EQ(meaningOf("x"), variable());
}

TEST(Parser, bindsAsPythonDoes)
{
    expectSame("-x^2", "-(x^2)");
    expectSame("2^-1", "2^(-1)");
    expectSame("x^y^z", "x^(y^z)");
    expectSame("x**2", "x^2");
    expectSame("2^-x^2", "2^(-(x^2))");
    expectSame("-x*y", "(-x)*y");
    expectSame("a - b - c", "(a - b) - c");
    expectSame("a/b*c", "(a/b)*c");
    expectSame("a + b*c", "a + (b*c)");
    expectSame("+x", "x");
    expectSame("--x", "-(-x)");
    expectSame("-2*x", "(-2)*x");
    EXPECT_EQ(meaningOf("-2^2"), -meaningOf("2^2"));
}

TEST(Parser, bindsConditionsAsPythonDoes)
{
    expectSame("not x < 0 and y > 1", "(not (x < 0)) and (y > 1)");
    expectSame("x < 0 or y > 1 and z == 2", "x < 0 or (y > 1 and z == 2)");
    expectSame("x < 1 + 2", "x < (1 + 2)");
    expectSame("!(x < 0) && y > 1 || z != 2", "(not x < 0 and y > 1) or z != 2");
    expectSame("(x > 0) & (x < 1)", "x > 0 and x < 1");
}

TEST(Parser, readsChainedComparisons)
{
    expectSame("a < x < b", "a < x and x < b");
    expectSame("0 <= x < 1 <= y", "0 <= x and x < 1 and 1 <= y");
    expectSame("x ≤ 1 ≠ y", "x <= 1 and 1 != y");
}

TEST(Parser, readsEverySpellingOfAConditional)
{
    const char* pieces = "{x < 0: 0.1*x, x}";
    expectSame("x < 0 ? 0.1*x : x", pieces);
    expectSame("0.1*x if x < 0 else x", pieces);
    expectSame("where(x < 0, 0.1*x, x)", pieces);
    expectSame("torch.where(x < 0, 0.1*x, x)", pieces);
    expectSame("where(condition=x < 0, input=0.1*x, other=x)", pieces);
}

TEST(Parser, nestsConditionalsToTheRight)
{
    expectSame("x<0 ? 1 : x<1 ? 2 : 3", "{x<0: 1, x<1: 2, 3}");
    expectSame("1 if x<0 else 2 if x<1 else 3", "{x<0: 1, x<1: 2, 3}");
    expectSame("x<0 ? x<-1 ? 1 : 2 : 3", "{x<0: {x<-1: 1, 2}, 3}");
    expectSame("1 + x if x<0 else x + 2", "{x<0: 1 + x, x + 2}");
}

TEST(Parser, readsPiecesWithoutElse)
{
    const Expr e = meaningOf("{x < 0: 1, x > 1: 2}");
    ASSERT_TRUE(as<Piecewise>(e));
    EXPECT_EQ(as<Piecewise>(e)->pieces.size(), 2);
    EXPECT_TRUE(std::isnan(as<Number>(as<Piecewise>(e)->otherwise)->value));
    expectSame("{x}", "x");
}

TEST(Parser, countsAConditionAsOneOrZeroInArithmetic)
{
    EXPECT_EQ(meaningOf("(x > 0)*x"), compare(CompareOp::Greater, variable(), number(0)) * variable());
    EXPECT_EQ(meaningOf("(x < 1) < 2"), compare(CompareOp::Less, meaningOf("x < 1"), number(2)));
    EXPECT_TRUE(isCondition(meaningOf("x > 0")));
}

TEST(Parser, readsFullWidthText)
{
    expectSame("ｘ＜０？０．１＊ｘ：ｍａｘ（ｘ，１）", "x<0 ? 0.1*x : max(x, 1)");
    expectSame("｛ｘ＜０：－ｘ，ｘ／２＋１｝", "{x<0: -x, x/2+1}");
}

TEST(Parser, readsMathematicalText)
{
    expectSame("−x² × 2 ÷ π · 3", "-x^2 * 2 / pi * 3");
    expectSame("0 ≤ x ≤ 1 ? x³ : 0", "0 <= x <= 1 ? x^3 : 0");
}

TEST(Parser, keepsThePlaceOfEveryPart)
{
    const Expr e = meaningOf(" α*(x + 1) + max(x, 2)");
    EXPECT_EQ(e.node().span, (Span{1, 22}));
    const auto& sum = *as<Sum>(e);
    EXPECT_EQ(sum.left.node().span, (Span{1, 10}));
    EXPECT_EQ(as<Product>(sum.left)->right.node().span, (Span{4, 9}));
    EXPECT_EQ(sum.right.node().span, (Span{13, 22}));
    EXPECT_EQ(meaningOf("1 + x.abs()").node().span, (Span{0, 11}));
    EXPECT_EQ(as<Sum>(meaningOf("1 + x.abs()"))->right.node().span, (Span{4, 11}));
    EXPECT_EQ(as<Sum>(meaningOf("1 + torch.tensor(x)"))->right.node().span, (Span{4, 19}));
    EXPECT_EQ(as<And>(meaningOf("0 < x < 1"))->right.node().span, (Span{4, 9}));
}

}  // namespace

}  // namespace actlab::expr
