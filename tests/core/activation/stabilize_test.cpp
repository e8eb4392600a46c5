#include "core/activation/stabilize.hpp"

#include <gtest/gtest.h>

namespace actlab::activation {
namespace {

std::string stable(const char* formula)
{
    const auto found = stabilize(formula);
    return found ? found->formula : "as it is";
}

TEST(Stabilize, knowsTheUsualSpellings)
{
    const std::pair<const char*, const char*> rows[] = {
        {"log(1 + exp(x))", "softplus(x, threshold=40)"},
        {"torch.log(exp(a*x) + 1)/a", "softplus(a*x, threshold=40)/a"},
        {"exp(x) - 1", "expm1(x)"},
        {"-1 + exp(x/2)", "expm1(x/2)"},
        {"log(1 + x^2)", "log1p(x^2)"},
        {"log(1 - x)", "log1p(-x)"},
        {"1/(1 + exp(-x))", "sigmoid(x)"},
        {"1/(exp(-1.702*x) + 1)", "sigmoid(1.702*x)"},
        {"1/(1 + exp(3 - x))", "sigmoid(x - 3)"},
        {"exp(x)/(1 + exp(x))", "sigmoid(x)"},
        {"exp(x)/(exp(x) + exp(-x))", "sigmoid(2*x)"},
        {"(exp(x) - exp(-x))/(exp(x) + exp(-x))", "tanh(x)"},
        {"(exp(2*x) - 1)/(exp(2*x) + 1)", "tanh(x)"},
        {"(exp(x) - 1)/(exp(x) + 1)", "tanh(x/2)"},
        {"x/(1 + exp(-x))", "silu(x)"},
        {"x/(1 + exp(-beta*x))", "x*sigmoid(beta*x)"},
        {"x*tanh(log(1 + exp(x)))", "mish(x)"},
        {"tanh(log1p(exp(x)))*x", "mish(x)"},
        {"x*tanh(exp(x))", "tanhexp(x)"},
        {"1 - tanh(x)^2", "4*sigmoid(2*x)*sigmoid(-2*x)"},
        {"log(sigmoid(x))", "logsigmoid(x)"},
        {"sqrt(x^2)", "abs(x)"},
        {"sqrt(x^2 + 1) - 1", "x^2/(sqrt(1 + x^2) + 1)"},
        {"0.5*x*(1 + erf(x/sqrt(2)))", "0.5*x*erfc(-(x/sqrt(2)))"},
        {"log(x + sqrt(1 + x*x))", "as it is"},
        {"log(x + sqrt(1 + x^2))", "asinh(x)"},
    };
    for (const auto& [unstable, wanted] : rows)
        EXPECT_EQ(stable(unstable), wanted) << unstable;
}

TEST(Stabilize, rewritesFromTheInsideOutWhereOneLeadsToTheNext)
{
    EXPECT_EQ(stable("log(1/(1 + exp(-x)))"), "logsigmoid(x)");
    EXPECT_EQ(stable("-log(1 - 1/(1 + exp(-x)))"), "-logsigmoid(-x)");
}

TEST(Stabilize, changesOnlyTheWordsConcerned)
{
    EXPECT_EQ(stable("{ x<0 : .10*(exp( x )-1) ,x*1.0}"), "{ x<0 : .10*expm1(x) ,x*1.0}");
    EXPECT_EQ(stable("where(x > 0, x, torch.exp(x) - 1)"), "where(x > 0, x, expm1(x))");
    EXPECT_EQ(stable("gelu(x) + log(1 + exp(gelu( x )))"), "gelu(x) + softplus(gelu( x ), threshold=40)");
}

TEST(Stabilize, rewritesEveryPartAndNamesEach)
{
    const auto found = stabilize("log(1 + exp(x)) + 2*(exp(x) - 1)");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->formula, "softplus(x, threshold=40) + 2*expm1(x)");
    const std::vector<Rewrite> wanted{{"log(1 + exp(x))", "softplus(x, threshold=40)"}, {"exp(x) - 1", "expm1(x)"}};
    EXPECT_EQ(found->rewrites, wanted);
}

TEST(Stabilize, namesWhatStoodThereAtFirst)
{
    const auto found = stabilize("2*log(1/(1 + exp(-x)))");
    ASSERT_TRUE(found);
    const std::vector<Rewrite> wanted{{"log(1/(1 + exp(-x)))", "logsigmoid(x)"}};
    EXPECT_EQ(found->rewrites, wanted);
}

TEST(Stabilize, bracketsWhatItsSurroundingsWouldTearApart)
{
    EXPECT_EQ(stable("x^(1 - exp(x))"), "x^-expm1(x)");
    EXPECT_EQ(stable("(sqrt(1 + x) - 1)*2"), "x/(sqrt(1 + x) + 1)*2");
    EXPECT_EQ(stable("2/log(exp(x + 1))"), "2/(x + 1)");
}

TEST(Stabilize, leavesAloneWhatIsStable)
{
    for (const char* formula :
         {"x", "max(x, 0) + log1p(exp(-abs(x)))", "softplus(x)", "mish(x)", "sigmoid(x)", "tanhexp(x)", "exp(x) - 2",
          "exp(2) - 1", "log(1 + a)", "1/(2 + exp(-x))", "shifted_softplus(x)", "gelu(x)", "sqrt(x^2 + 1)"})
        EXPECT_EQ(stable(formula), "as it is") << formula;
}

TEST(Stabilize, hasNothingToSayOfWrongFormulas)
{
    for (const char* formula : {"", "log(1 + exp(x)", "🙂", "nothing(x)"})
        EXPECT_EQ(stable(formula), "as it is") << formula;
}

TEST(Stabilize, isItsOwnFixedPoint)
{
    for (const char* formula : {"log(exp(x) + exp(2*x))", "1 - tanh(x)^2", "log(1 + exp(x)) - log(1 + exp(-x))",
                                "tanh(x)*(exp(x) - 1)/(1 + exp(-x))"})
        EXPECT_EQ(stable(stable(formula).c_str()), "as it is") << formula << " → " << stable(formula);
}

}  // namespace
}  // namespace actlab::activation
