#include "core/expr/builtins.hpp"
#include "meaning_of.hpp"

namespace actlab::expr {

namespace {

const Library& library()
{
    static const std::vector<NamedFunction> functions{
        {"relu", {}, meaningOf("max(x, 0)")},
        {"elu", {{"alpha", 1}}, meaningOf("{x > 0: x, alpha*expm1(x)}")},
        {"swish", {{"beta", 1}}, meaningOf("x*sigmoid(beta*x)")},
        {"unfinished", {}, meaningOf("x*forgotten")},
    };
    static const Library library{[](std::string_view name) {
                                     const auto found = std::find_if(functions.begin(), functions.end(),
                                                                     [&](auto& f) { return f.name == name; });
                                     return found == functions.end() ? nullptr : &*found;
                                 },
                                 [] {
                                     return std::vector<std::string>{"relu", "elu", "swish", "unfinished"};
                                 }};
    return library;
}

void expectSame(std::string_view text, std::string_view plain)
{
    EXPECT_EQ(meaningOf(text, library()), meaningOf(plain, library())) << text;
}

TEST(Calls, knowsEveryFunctionOfTheTable)
{
    constexpr const char* kArguments[] = {"(x)", "(x, a)", "(x, a, b)"};
    for (const Builtin& f : builtins()) {
        const Expr e = meaningOf(std::string(f.name) + kArguments[f.arity - 1]);
        ASSERT_TRUE(as<Call>(e)) << f.name;
        EXPECT_EQ(as<Call>(e)->function->id, f.id);
    }
}

TEST(Calls, takesKeywordsInAnyOrder)
{
    expectSame("clamp(x, max=1, min=-1)", "clamp(x, -1, 1)");
    expectSame("clamp(max=1, input=x)", "clamp(x, -inf, 1)");
    expectSame("max(other=1, input=x)", "max(x, 1)");
}

TEST(Calls, fillsInDefaults)
{
    expectSame("heaviside(x)", "heaviside(x, 0)");
    expectSame("clamp(x, 0)", "clamp(x, 0, inf)");
}

TEST(Calls, takesTheExtremeOfMoreThanTwo)
{
    expectSame("max(x, 1, a)", "max(max(x, 1), a)");
    expectSame("torch.minimum(x, 1)", "min(x, 1)");
}

TEST(Calls, putsTheBodyOfALibraryFunctionInItsPlace)
{
    expectSame("relu(x) + 1", "max(x, 0) + 1");
    expectSame("elu(2*x)", "{2*x > 0: 2*x, 1*expm1(2*x)}");
    expectSame("elu(x, alpha=0.5)", "{x > 0: x, 0.5*expm1(x)}");
    expectSame("elu(x, 0.5)", "elu(x, alpha=0.5)");
    expectSame("elu(input=x, alpha=0.5)", "elu(x, alpha=0.5)");
    expectSame("relu(elu(x))", "max({x > 0: x, 1*expm1(x)}, 0)");
}

TEST(Calls, letsTheArgumentOfALibraryFunctionBeAnyFormula)
{
    expectSame("swish(x, beta=a^2 + x)", "x*sigmoid((a^2 + x)*x)");
    expectSame("swish(swish(x), beta=beta)", "(x*sigmoid(1*x))*sigmoid(beta*(x*sigmoid(1*x)))");
}

TEST(Calls, keepsAParameterThatALibraryFunctionDoesNotList)
{
    expectSame("unfinished(2)", "2*forgotten");
}

TEST(Calls, placesALibraryFunctionWhereItIsCalled)
{
    const Expr e = meaningOf("1 + relu(x)*2", library());
    EXPECT_EQ(e.node().span, (Span{0, 13}));
    const Expr& relu = as<Product>(as<Sum>(e)->right)->left;
    EXPECT_EQ(relu.node().span, (Span{4, 11}));
    EXPECT_EQ(as<Call>(relu)->args[1].node().span, (Span{4, 11}));
    EXPECT_EQ(as<Call>(relu)->args[0].node().span, (Span{9, 10}));
}

TEST(Calls, readsModulesOfPyTorch)
{
    expectSame("torch.exp(x)", "exp(x)");
    expectSame("F.relu(x)", "relu(x)");
    expectSame("torch.relu(x)", "relu(x)");
    expectSame("torch.nn.functional.elu(x, alpha=0.5)", "elu(x, alpha=0.5)");
    expectSame("math.pi*np.tanh(x)", "pi*tanh(x)");
    expectSame("torch.special.expit(x) + torch.inf", "sigmoid(x) + inf");
    expectSame("torch.maximum(x, torch.minimum(1, x))", "max(x, min(1, x))");
}

TEST(Calls, readsIdiomsOfPyTorch)
{
    expectSame("torch.where(x > 0, x, torch.tensor(0.0))", "where(x > 0, x, 0)");
    expectSame("torch.zeros_like(x) + torch.ones_like(x)", "0 + 1");
    expectSame("torch.square(x) + torch.reciprocal(x)", "x^2 + 1/x");
    expectSame("torch.rsqrt(x) - torch.neg(x)", "1/sqrt(x) - (-x)");
    expectSame("(x > 0).float()*x", "(x > 0)*x");
    expectSame("np.arctan(x) + torch.absolute(x)", "atan(x) + abs(x)");
}

TEST(Calls, readsMethods)
{
    expectSame("x.clamp(min=0)", "clamp(x, 0, inf)");
    expectSame("x.exp()", "exp(x)");
    expectSame("-x.abs()", "-abs(x)");
    expectSame("(x + 1).pow(2).relu()", "relu(pow(x + 1, 2))");
    expectSame("x.sigmoid()*x", "sigmoid(x)*x");
    expectSame("x.abs()^2", "abs(x)^2");
}

TEST(Calls, readsSincAsItsLanguageMeansIt)
{
    expectSame("torch.sinc(x)", "sinc(pi*x)");
    expectSame("x.sinc()", "sinc(pi*x)");
    EXPECT_NE(meaningOf("sinc(x)"), meaningOf("sinc(pi*x)"));
}

TEST(Calls, overlooksSettingsThatChangeNoValue)
{
    expectSame("F.relu(x, inplace=True)", "relu(x)");
    expectSame("torch.zeros_like(x, dtype=torch.float32, requires_grad=False)", "0");
    expectSame("torch.tensor(0.5, dtype=float)", "0.5");
}

}  // namespace

}  // namespace actlab::expr
