#include "core/expr/simplify.hpp"

#include "meaning_of.hpp"

namespace actlab::expr {

namespace {

struct Row {
    const char* written;
    const char* simple;
};

void expectSimple(std::initializer_list<Row> rows)
{
    for (const auto& [written, simple] : rows)
        EXPECT_EQ(print(simplify(meaningOf(written))), simple) << written;
}

TEST(Simplify, foldsNumbers)
{
    expectSimple({{"1 + 2*3", "7"},
                  {"2^10", "1024"},
                  {"7/2 - 0.5", "3"},
                  {"-(2)", "-2"},
                  {"x + (1 + 1)", "x + 2"},
                  {"exp(1 + 1)", "exp(2)"}});
}

TEST(Simplify, neverFoldsToWhatIsNotFinite)
{
    expectSimple({{"1/0", "1/0"},
                  {"0/0", "0/0"},
                  {"1e308*10", "1e+308*10"},
                  {"0*inf", "0*inf"},
                  {"inf - inf", "inf - inf"},
                  {"(-8)^0.5", "(-8)^0.5"},
                  {"{x < 0: 0/0, x}", "{x < 0: 0/0, x}"}});
}

TEST(Simplify, dropsNeutralElements)
{
    expectSimple({{"x + 0", "x"},
                  {"0 + x", "x"},
                  {"x - 0", "x"},
                  {"x*1", "x"},
                  {"1*x", "x"},
                  {"x/1", "x"},
                  {"x^1", "x"},
                  {"x^0", "1"},
                  {"1^x", "1"},
                  {"0*x", "0"},
                  {"x*0", "0"},
                  {"0/x", "0"},
                  {"0 - x", "-x"}});
}

TEST(Simplify, dropsWhatCancels)
{
    expectSimple({{"x - x", "0"}, {"(a + exp(x)) - (a + exp(x))", "0"}, {"x - a", "x - a"}, {"x/x", "x/x"}});
}

TEST(Simplify, movesSignsOut)
{
    expectSimple({{"-(-x)", "x"},
                  {"x + (-a)", "x - a"},
                  {"x - (-a)", "x + a"},
                  {"x + -2", "x - 2"},
                  {"x - -2", "x + 2"},
                  {"-a + x", "x - a"},
                  {"-(x - a)", "a - x"},
                  {"(-x)*(-a)", "x*a"},
                  {"(-x)*a", "-(x*a)"},
                  {"(-x)/a", "-(x/a)"},
                  {"x/(-a)", "-(x/a)"},
                  {"x/-1", "-x"},
                  {"-1*x", "-x"},
                  {"-(2*x)", "-2*x"},
                  {"-(1/x)", "-1/x"}});
}

TEST(Simplify, gathersTheNumbersOfAProduct)
{
    expectSimple({{"2*(3*x)", "6*x"},
                  {"x*2*x*3", "6*(x*x)"},
                  {"(2*x)*(3*a)", "6*(x*a)"},
                  {"2*(3/x)", "6/x"},
                  {"(6*x)/3", "2*x"},
                  {"x*(1/a)", "x/a"},
                  {"(1/a)*x", "x/a"},
                  {"-2*(-x)", "2*x"}});
}

TEST(Simplify, leavesNumbersApartWhereTogetherTheyWouldOverflowOrVanish)
{
    expectSimple({{"1e200*(1e200*x)", "1e+200*(1e+200*x)"},
                  {"1e-200*(1e-200*x)", "1e-200*(1e-200*x)"},
                  {"(1e-200*x)*x", "1e-200*x*x"},
                  {"(1e-200*x)/1e200", "1e-200*x/1e+200"}});
}

TEST(Simplify, multipliesWholeExponentsOnly)
{
    expectSimple({{"(x^2)^3", "x^6"}, {"(x^0.5)^2", "(x^0.5)^2"}, {"(x^2)^0.5", "(x^2)^0.5"}});
}

TEST(Simplify, resolvesConstantConditions)
{
    expectSimple({{"{1 < 2: x, a}", "x"},
                  {"{1 > 2: x, a}", "a"},
                  {"{x < 0: 1, 2 == 2: x, 7}", "{x < 0: 1, x}"},
                  {"{x < 0: 1, nan == nan: x, 7}", "{x < 0: 1, 7}"},
                  {"{1 <= 1 and x >= 0: x, 7}", "{x >= 0: x, 7}"},
                  {"{x < 1 and 3 < 2: x, 7}", "7"},
                  {"{x < 1 or 3 != 2: x, 7}", "x"},
                  {"{3 > 5 or x < 1: x, 7}", "{x < 1: x, 7}"},
                  {"{x < 1 or 3 > 5: x, 7}", "{x < 1: x, 7}"},
                  {"{x < 1 and 3 < 5: x, 7}", "{x < 1: x, 7}"},
                  {"{not 1 < 2: x, 7}", "7"},
                  {"{not 1 > 2: x, 7}", "x"},
                  {"{not not x < 1: x, 7}", "{x < 1: x, 7}"}});
}

TEST(Simplify, keepsNotBecauseNanIsNeitherBelowNorAbove)
{
    expectSimple({{"{not x < 1: x, 7}", "{not x < 1: x, 7}"}});
}

TEST(Simplify, mergesPiecesThatAreTheRestAnyway)
{
    expectSimple({{"{x < 0: a, x < 1: 2*x, 2*x}", "{x < 0: a, 2*x}"},
                  {"{x < 0: x, x < 1: x, x}", "x"},
                  {"{x < 0: 1, x}", "{x < 0: 1, x}"}});
}

TEST(Simplify, simplifiesInsideConditionsAndCalls)
{
    expectSimple({{"{x + 0 < 1*a: tanh(x*1), 0 + 2}", "{x < a: tanh(x), 2}"}, {"max(x - 0, 2 - 2)", "max(x, 0)"}});
}

TEST(Simplify, readsTheOverflowingLogisticFunction)
{
    expectSimple({{"exp(x)/(1 + exp(x))", "sigmoid(x)"},
                  {"exp(a*x)/(exp(a*x) + 1)", "sigmoid(a*x)"},
                  {"exp(x)/(1 + exp(a))", "exp(x)/(1 + exp(a))"}});
}

TEST(Simplify, returnsTheVeryNodeWhereNothingChanges)
{
    for (const char* text : {"x", "a + x", "tanh(x + 1)*sigmoid(-x)", "{x < 0: x^2, not x < a: -x, 1/x}"}) {
        const Expr e = meaningOf(text);
        EXPECT_EQ(simplify(e).shared(), e.shared()) << text;
    }
}

TEST(Simplify, keepsWhatIsShared)
{
    Expr e = variable() + number(0);
    for (int i = 0; i < 60; ++i)
        e = e * e;
    EXPECT_EQ(distinctNodes(simplify(e)), 61U);
}

}  // namespace

}  // namespace actlab::expr
