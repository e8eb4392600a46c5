#include "core/expr/differentiate.hpp"

#include "core/expr/parser.hpp"
#include "meaning_of.hpp"
#include "reference_value.hpp"

#include <cmath>
#include <thread>

namespace actlab::expr {

namespace {

Expr derivativeOf(std::string_view formula)
{
    const auto derivative = differentiate(meaningOf(formula));
    EXPECT_TRUE(derivative) << formula;
    return *derivative;
}

double slopeAt(std::string_view formula, double x, const ReferenceValue::Parameters& parameters = {})
{
    return valueAt(derivativeOf(formula), x, parameters);
}

struct Row {
    const char* formula;
    const char* derivative;
};

void expectDerivatives(std::initializer_list<Row> rows)
{
    for (const auto& [formula, derivative] : rows)
        EXPECT_EQ(print(derivativeOf(formula)), derivative) << formula;
}

TEST(Differentiate, knowsTheRulesOfTheTextbook)
{
    expectDerivatives({{"7", "0"},
                       {"a", "0"},
                       {"x", "1"},
                       {"-x", "-1"},
                       {"x + a", "1"},
                       {"a - x", "-1"},
                       {"a*x", "a"},
                       {"x*exp(x)", "exp(x) + x*exp(x)"},
                       {"x/a", "1/a"},
                       {"1/x", "-1/x^2"},
                       {"sin(x)/x", "(cos(x)*x - sin(x))/x^2"},
                       {"tanh(2*x)", "8*(sigmoid(4*x)*sigmoid(-4*x))"},
                       {"sin(cos(x))", "-(cos(cos(x))*sin(x))"}});
}

TEST(Differentiate, raisesToConstantPowersWithoutALogarithm)
{
    expectDerivatives({{"x^3", "3*x^2"},
                       {"x^2", "2*x"},
                       {"x^1", "1"},
                       {"x^0", "0"},
                       {"pow(x, 3)", "3*x^2"},
                       {"pow(x, 1)", "1"},
                       {"pow(x, 0)", "0"},
                       {"x^-1", "-x^-2"},
                       {"(2*x)^0.5", "(2*x)^-0.5"},
                       {"2^x", "2^x*log(2)"},
                       {"e^x", "e^x*log(e)"}});
}

TEST(Differentiate, isNotPoisonedByPowersOfZero)
{
    EXPECT_EQ(slopeAt("x^a", 0, {{"a", 0}}), 0);
    EXPECT_EQ(slopeAt("x^a", 0, {{"a", 1}}), 1);
    EXPECT_EQ(slopeAt("x^a", 0, {{"a", 2}}), 0);
    EXPECT_EQ(slopeAt("pow(x, a)", 0, {{"a", 0}}), 0);
    EXPECT_EQ(slopeAt("max(x, 0)^(x + 3)", -1), 0);
    EXPECT_EQ(slopeAt("x^2", -3), -6);
    EXPECT_EQ(slopeAt("x^a", -3, {{"a", 2}}), -6);
}

TEST(Differentiate, takesTheDerivativeOfTheSelectedPiece)
{
    expectDerivatives({{"{x < 0: 0.1*x, x < 1: x, 1}", "{x < 0: 0.1, x < 1: 1, 0}"},
                       {"x > 0 ? x : a*(exp(x) - 1)", "{x > 0: 1, a*exp(x)}"},
                       {"{x < 0: x^2}", "{x < 0: 2*x, 0}"},
                       {"{x < a: 3, 7}", "0"}});
    EXPECT_EQ(slopeAt("{x <= 0: 2*x, 3*x}", 0), 2);
    EXPECT_EQ(slopeAt("{x < 0: 2*x, 3*x}", 0), 3);
}

TEST(Differentiate, isNotPoisonedByAPieceThatIsNotSelected)
{
    EXPECT_EQ(slopeAt("{x > 0: x, exp(x*x*x) - 1}", 100), 1);
    EXPECT_EQ(slopeAt("{x > 0: sqrt(x), 0}", -4), 0);
    EXPECT_EQ(slopeAt("{x > 0: x*log(x), 0}", 0), 0);
    EXPECT_EQ(slopeAt("max(0, x) + min(0, exp(x) - 1)", 800), 1);
    EXPECT_EQ(slopeAt("clamp(exp(x), 0, 1)", 800), 0);
    EXPECT_EQ(slopeAt("clamp(0.5, 0, exp(x))", 800), 0);
    EXPECT_EQ(slopeAt("heaviside(x, exp(x))", 800), 0);
    EXPECT_EQ(slopeAt("max(max(min(exp(x), 3), 2), 1)", 800), 0);
}

TEST(Differentiate, movesTheInnerDerivativeIntoThePiecesOfTheOuter)
{
    expectDerivatives({{"max(x, 0)", "{x > 0: 1, x == 0: 0.5, 0}"},
                       {"max(sin(x), 0)", "{sin(x) > 0: cos(x), sin(x) == 0: 0.5*cos(x), 0}"},
                       {"clamp(2*x, 0, 1)", "{2*x >= 0 and 2*x <= 1: 2, 0}"}});
}

TEST(Differentiate, givesConditionsTheDerivativeZero)
{
    expectDerivatives({{"(x > 0)", "0"},
                       {"(0 < x and x < 1)", "0"},
                       {"(x < 0 or x > 1)", "0"},
                       {"(not x > 0)", "0"},
                       {"x*(x > 0)", "x > 0"}});
}

TEST(Differentiate, endsTheChainAtConstantsThatAreNotFinite)
{
    expectDerivatives({{"x + 0/0", "1"},
                       {"0*inf + x", "1"},
                       {"inf*2 - x", "-1"},
                       {"clamp(x, -inf, 2)", "{x >= -inf and x <= 2: 1, 0}"}});
}

TEST(Differentiate, givesThePartialDerivativeByAParameter)
{
    const auto byA = [](std::string_view formula) {
        return print(*differentiateByParameter(meaningOf(formula), "a"));
    };
    EXPECT_EQ(byA("a*x"), "x");
    EXPECT_EQ(byA("x > 0 ? x : a*(exp(x) - 1)"), "{x > 0: 0, exp(x) - 1}");
    EXPECT_EQ(byA("b*x"), "0");
    EXPECT_EQ(byA("x"), "0");
    EXPECT_EQ(byA("x^a"), "{x == 0: 0, x^a*log(x)}");
    EXPECT_EQ(byA("tanh(a)*b"), "4*(sigmoid(2*a)*sigmoid(-2*a)*b)");
}

TEST(Differentiate, keepsSharingSoThatSizesGrowLinearly)
{
    const auto sizes = [](int depth) {
        std::string text = "x";
        for (int i = 0; i < depth; ++i)
            text = "tanh(" + text + " + 1)";
        const Expr first = derivativeOf(text);
        return std::pair(distinctNodes(first), distinctNodes(*differentiate(first)));
    };
    const auto once = sizes(40), twice = sizes(80);
    EXPECT_LT(twice.first, 2 * once.first + 10);
    EXPECT_LT(twice.second, 2 * once.second + 100);
}

TEST(Differentiate, staysSmallWhereEverythingIsShared)
{
    Expr e = variable();
    for (int i = 0; i < 60; ++i)
        e = e * e;
    EXPECT_LT(distinctNodes(*differentiate(e)), 400U);
}

/// sinc(x) + … + sinc(x), without sharing and without depth.
Expr sumOfMany(std::size_t terms, Span span = {})
{
    if (terms == 1)
        return call("sinc", {variable()});
    return binary(BinaryOp::Add, sumOfMany(terms / 2), sumOfMany(terms - terms / 2), span);
}

/// Where a function keeps its value for a while its slope is 0, whatever the function around it does there.
TEST(Differentiate, addsNothingForAPieceThatKeepsItsValue)
{
    const auto slopeAt = [](std::string_view formula, double x) {
        return valueAt(*differentiate(meaningOf(formula)), x);
    };
    EXPECT_EQ(slopeAt("sqrt({x < 0: 0, x})", -1), 0);
    EXPECT_EQ(slopeAt("log({x < 0: 0, x})", -1), 0);
    EXPECT_EQ(slopeAt("x^{x < 0: 2, x}", -3), -6);
    EXPECT_EQ(slopeAt("sqrt({x < 0: 0, x})", 4), 0.25);
}

TEST(Differentiate, refusesADerivativeThatIsTooLarge)
{
    const auto derivative = differentiate(sumOfMany(660, {3, 9}));
    ASSERT_FALSE(derivative);
    EXPECT_EQ(derivative.error().message, "the derivative has more than 20000 operations and values");
    EXPECT_EQ(derivative.error().span, (Span{3, 9}));
    EXPECT_EQ(derivative.error().hint, "Make the formula shorter.");
}

TEST(Differentiate, acceptsEveryDerivativeWithinTheLimit)
{
    const auto derivative = differentiate(sumOfMany(400));
    ASSERT_TRUE(derivative);
    EXPECT_LE(distinctNodes(*derivative), Limits::nodesAfterDifferentiation);
}

TEST(Differentiate, readsItsTableOnceThoughManyThreadsAsk)
{
    std::vector<std::string> answers(8);
    {
        std::vector<std::jthread> threads;
        for (std::string& answer : answers)
            threads.emplace_back([&answer] { answer = print(*differentiate(*parse("x*sigmoid(x) + sinc(x)"))); });
    }
    for (const std::string& answer : answers)
        EXPECT_EQ(answer, answers.front());
}

}  // namespace

}  // namespace actlab::expr
