#include "tests/core/importing/imported.hpp"

#include <gtest/gtest.h>

namespace actlab::importing {
namespace {

TEST(Classes, makeLearnableParametersOfNnParameters)
{
    for (const char* value : {"torch.tensor(0.25)", "torch.ones(1) * 0.25", "torch.full((n,), 0.25)",
                              "torch.tensor([0.25])", "torch.zeros(n) + 0.25"}) {
        const ImportedFunction f = functionIn("class P(nn.Module):\n    def __init__(self, n=1):\n"
                                              "        super().__init__()\n        self.slope = nn.Parameter(" +
                                              std::string(value) + ")\n    def forward(self, x):\n" +
                                              "        return torch.where(x > 0, x, self.slope * x)");
        EXPECT_EQ(f.definition.formula, "{x > 0: x, slope*x}") << value;
        ASSERT_EQ(f.definition.parameters.size(), 1U);
        EXPECT_EQ(f.definition.parameters[0].value, 0.25);
        EXPECT_TRUE(f.definition.parameters[0].learnable);
    }
}

TEST(Classes, learnAVectorForEachChannel)
{
    const auto scope = [](const std::string& value) {
        const ImportedFunction f =
            functionIn("class P(nn.Module):\n    def __init__(self, n=8):\n        self.a = " + value +
                       "\n    def forward(self, x):\n        return self.a * x");
        return f.definition.parameters.at(0).scope;
    };
    EXPECT_EQ(scope("nn.Parameter(torch.full((n,), 0.25))"), activation::Scope::Channel);
    EXPECT_EQ(scope("nn.Parameter(torch.zeros(1, n, 1, 1))"), activation::Scope::Channel);
    EXPECT_EQ(scope("nn.Parameter(torch.zeros((1, n, 1, 1)))"), activation::Scope::Channel);
    EXPECT_EQ(scope("nn.Parameter(torch.tensor(0.25))"), activation::Scope::Layer);
}

TEST(Classes, callTheModulesTheyHold)
{
    EXPECT_EQ(
        formulaOf("class A(nn.Module):\n  def __init__(self):\n    super().__init__()\n"
                  "    self.act = nn.ELU(alpha=0.5)\n  def forward(self, x): return self.act(x) + nn.ReLU()(x)"),
        "{x > 0: x, 0.5*expm1(x)} + {x > 0: x, 0}");
}

TEST(Classes, callOtherModulesOfTheFile)
{
    const auto imported = importPython("class A(nn.Module):\n  def __init__(self, k=2.0):\n    self.k = k\n"
                                       "  def forward(self, x): return self.k * x\n"
                                       "class B(nn.Module):\n  def __init__(self):\n    self.a = A(k=3)\n"
                                       "  def forward(self, x): return self.a(x) + 1\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->functions[0].definition.formula, "k*x");
    EXPECT_EQ(imported->functions[1].definition.formula, "3*x + 1");
}

const std::string kStep = "class Step(torch.autograd.Function):\n"
                          "  @staticmethod\n  def forward(ctx, x):\n    ctx.save_for_backward(x)\n"
                          "    ctx.width = 2\n    return (x > 0).float()\n"
                          "  @staticmethod\n  def backward(ctx, grad_output):\n    x, = ctx.saved_tensors\n";

TEST(Classes, takeTheGradientOfBackward)
{
    const ImportedFunction f = functionIn(kStep + "    grad = grad_output.clone()\n"
                                                  "    grad[x.abs() > ctx.width] = 0\n    return grad\n");
    EXPECT_EQ(f.definition.formula, "x > 0");
    EXPECT_EQ(f.definition.gradient, "{abs(x) > 2: 0, 1}");
}

TEST(Classes, refuseABackwardThatIsNotLinear)
{
    for (const char* gradient : {"grad_output * grad_output", "grad_output.clamp(-1, 1)", "x", "grad_output + 1"})
        EXPECT_NE(formulaOf(kStep + "    return " + gradient + "\n").find("backward"), std::string::npos) << gradient;
}

TEST(Classes, carryTheGradientThroughTheChainRule)
{
    const auto imported = importPython(kStep + "    return 3 * grad_output\n"
                                               "def f(x):\n  return Step.apply(2 * x) + x.tanh().detach() + x\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->functions[1].definition.formula, "(2*x > 0) + tanh(x) + x");
    EXPECT_EQ(imported->functions[1].definition.gradient, "7");
}

TEST(Classes, knowTheStraightThroughIdiom)
{
    const ImportedFunction f =
        functionIn("def f(x):\n  y = torch.tanh(x)\n  return y + (torch.sign(x) - y).detach()");
    EXPECT_EQ(f.definition.formula, "sign(x)");
    EXPECT_NE(f.definition.gradient, "");
}

}  // namespace
}  // namespace actlab::importing
