#include "core/expr/builtins.hpp"
#include "meaning_of.hpp"

#include <limits>

namespace actlab::expr {

namespace {

/// x + x + x …, `steps` times the sum of the last with itself: 2^steps leaves, steps + 1 nodes.
Expr doubled(int steps, Expr e = variable())
{
    for (int i = 0; i < steps; ++i)
        e = e + e;
    return e;
}

Expr chain(int length)
{
    Expr e = variable();
    for (int i = 0; i < length; ++i)
        e = -e;
    return e;
}

TEST(Ast, makesANegatedNumberANegativeNumber)
{
    EXPECT_EQ(as<Number>(-number(2))->value, -2);
    EXPECT_EQ(as<Number>(-number(-2))->value, 2);
    EXPECT_TRUE(as<Negate>(-variable()));
}

TEST(Ast, flattensAnElseThatIsPiecewise)
{
    const Expr below = compare(CompareOp::Less, variable(), number(0));
    const Expr above = compare(CompareOp::Greater, variable(), number(1));
    const Expr e = piecewise({{below, number(1)}}, piecewise({{above, number(2)}}, number(3)));
    EXPECT_EQ(e, piecewise({{below, number(1)}, {above, number(2)}}, number(3)));
    EXPECT_EQ(as<Piecewise>(e)->pieces.size(), 2);
}

TEST(Ast, makesNoConditionalOfNoPieces)
{
    EXPECT_EQ(piecewise({}, number(3)), number(3));
}

TEST(Ast, countsTreeAndDepth)
{
    const Expr e = meaningOf("max(x, 1) + {x < 0: a, b}");
    EXPECT_EQ(e.node().treeSize, 10);
    EXPECT_EQ(e.node().depth, 4);
    EXPECT_EQ(variable().node().depth, 1);
}

TEST(Ast, comparesStructureAndNotPlaces)
{
    EXPECT_EQ(meaningOf("x+1"), meaningOf("  ( x + 1 )"));
    EXPECT_NE(meaningOf("x+1"), meaningOf("1+x"));
    EXPECT_NE(meaningOf("x+1"), meaningOf("x-1"));
    EXPECT_NE(meaningOf("x<1"), meaningOf("x<=1"));
    EXPECT_NE(meaningOf("sin(x)"), meaningOf("cos(x)"));
    EXPECT_NE(meaningOf("a"), meaningOf("b"));
    EXPECT_NE(meaningOf("max(x, a)"), meaningOf("max(a, x)"));
}

TEST(Ast, tellsPiecesFromTheirOrder)
{
    EXPECT_NE(meaningOf("{x<0: 1, x<1: 2, 3}"), meaningOf("{x<0: 1, x<1: 3, 2}"));
    EXPECT_EQ(meaningOf("{x<0: 1, x<1: 2, 3}"), meaningOf("x<0 ? 1 : x<1 ? 2 : 3"));
    EXPECT_NE(meaningOf("not x<0"), meaningOf("-(x<0)"));
}

TEST(Ast, comparesNumbersAsTextDoes)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(number(nan), number(-nan));
    EXPECT_NE(number(0.0), number(-0.0));
    EXPECT_NE(number(nan), number(0));
}

TEST(Ast, givesAnotherPlaceToTheSameExpression)
{
    const Expr e = meaningOf("{x<0: 1, x}");
    EXPECT_EQ(withSpan(e, {3, 9}), e);
    EXPECT_EQ(withSpan(e, {3, 9}).node().span, (Span{3, 9}));
}

TEST(Ast, knowsConditions)
{
    for (const char* text : {"x<0", "x<0 and x>1", "x<0 or x>1", "not x<0"})
        EXPECT_TRUE(isCondition(meaningOf(text))) << text;
    for (const char* text : {"x", "(x<0)*1", "{x<0: 1, 0}", "max(x<0, 1)"})
        EXPECT_FALSE(isCondition(meaningOf(text))) << text;
}

TEST(Ast, knowsWhetherTheInputOccurs)
{
    EXPECT_TRUE(dependsOnInput(meaningOf("{a<0: 1, max(b, -x)}")));
    EXPECT_FALSE(dependsOnInput(meaningOf("{a<0: 1, max(b, -2)}")));
}

TEST(Ast, namesParametersInTheOrderTheyAreWritten)
{
    EXPECT_EQ(parametersOf(meaningOf("{b < a: c*x + b, d^a}")), (std::vector<std::string>{"b", "a", "c", "d"}));
    EXPECT_TRUE(parametersOf(meaningOf("x*pi")).empty());
}

TEST(Ast, countsSharedNodesOnce)
{
    EXPECT_EQ(distinctNodes(doubled(10)), 11);
    EXPECT_EQ(doubled(10).node().treeSize, 2047);
    EXPECT_EQ(distinctNodes(meaningOf("x + x")), 3);
}

TEST(Ast, staysFastWhereTheTreeIsAstronomicallyLarge)
{
    const Expr e = doubled(1'000, parameter("a")), same = doubled(1'000, parameter("a"));
    EXPECT_EQ(e.node().treeSize, std::numeric_limits<std::size_t>::max());
    EXPECT_EQ(distinctNodes(e), 1'001);
    EXPECT_EQ(parametersOf(e), std::vector<std::string>{"a"});
    EXPECT_FALSE(dependsOnInput(e));
    EXPECT_TRUE(e == same);
    EXPECT_FALSE(e == doubled(1'000, parameter("b")));
}

TEST(Ast, survivesAVeryLongChain)
{
    const Expr e = chain(300'000), same = chain(300'000);
    EXPECT_EQ(e.node().depth, 300'001);
    EXPECT_TRUE(e == same);
    EXPECT_EQ(distinctNodes(e), 300'001);
}

}  // namespace

}  // namespace actlab::expr
