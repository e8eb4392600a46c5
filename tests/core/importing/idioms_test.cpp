// What people write in their files of activation functions, beyond plain arithmetic.
#include "tests/core/importing/imported.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace actlab::importing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kModule = "class A(nn.Module):\n  def __init__(self, k=2.0):\n    super().__init__()\n";
const std::string kForward = "  def forward(self, x):\n    return self.a * x\n";

/// The only parameter of a module whose __init__ goes on with these lines.
activation::Parameter learnedBy(const std::string& lines)
{
    const ImportedFunction f = functionIn(kModule + lines + kForward);
    EXPECT_EQ(f.definition.parameters.size(), 1U) << lines;
    return f.definition.parameters.empty() ? activation::Parameter{} : f.definition.parameters.front();
}

TEST(Idioms, giveParametersTheirFirstValueInManyWays)
{
    for (const char* lines : {
             "    self.a = nn.Parameter(torch.Tensor(1))\n    nn.init.constant_(self.a, 0.5)\n",
             "    self.a = nn.Parameter(torch.empty(1))\n    torch.nn.init.constant_(self.a, val=0.5)\n",
             "    self.a = nn.Parameter(torch.empty(1).fill_(0.5))\n",
             "    self.a = nn.Parameter(torch.zeros(1))\n    self.a.data.fill_(0.5)\n",
             "    self.a = nn.Parameter(torch.FloatTensor([0.5]))\n",
             "    self.a = nn.Parameter(torch.log(torch.exp(torch.tensor(0.5))))\n",
             "    self.register_parameter('a', nn.Parameter(torch.tensor(0.5)))\n",
             "    self.a = nn.Parameter(torch.randn(1))\n    self.reset()\n"
             "  def reset(self):\n    nn.init.constant_(self.a, 1 / 2)\n",
         })
        EXPECT_DOUBLE_EQ(learnedBy(lines).value, 0.5) << lines;
    EXPECT_EQ(learnedBy("    self.a = nn.Parameter(torch.Tensor(1))\n    nn.init.ones_(self.a)\n").value, 1);
    EXPECT_EQ(learnedBy("    self.a = nn.Parameter(torch.Tensor(8))\n    nn.init.zeros_(self.a)\n").scope,
              activation::Scope::Channel);
}

TEST(Idioms, tellOfParametersThatBeginAtRandom)
{
    const ImportedFunction f =
        functionIn(kModule + "    self.a = nn.Parameter(torch.randn(1))\n    nn.init.normal_(self.a)\n" + kForward);
    EXPECT_EQ(f.definition.parameters.at(0).value, 1);
    EXPECT_THAT(f.notes, ElementsAre(HasSubstr("at random")));
}

TEST(Idioms, leaveFixedWhatIsNotLearned)
{
    EXPECT_TRUE(learnedBy("    self.a = nn.Parameter(torch.ones(1))\n    self.a.requires_grad = True\n").learnable);
    EXPECT_FALSE(learnedBy("    self.a = nn.Parameter(torch.ones(1))\n    self.a.requires_grad = False\n").learnable);
}

TEST(Idioms, changeInPlaceWhatNobodyElseSees)
{
    const std::pair<const char*, const char*> kRows[] = {
        {"return F.relu6(x + 3.0).div_(6.0)", "{x + 3 <= 0: 0, x + 3 < 6: x + 3, 6}/6"},
        {"return torch.sigmoid(x).mul_(x)", "sigmoid(x)*x"},
        {"return (1 - x).mul_(x).add_(1)", "(1 - x)*x + 1"},
        {"y = x * 2\ny.mul_(3).add_(1)\nreturn y", "x*2*3 + 1"},
        {"y = x * 2\nz = y.mul_(3)\nreturn y + z", "x*2*3 + x*2*3"},
        {"y = x * 2\nz = F.relu(y, inplace=True)\nreturn y + z", "{x*2 > 0: x*2, 0} + {x*2 > 0: x*2, 0}"},
        {"x = x.mul(2)\nreturn x.clamp_(0, 1)", "clamp(x*2, 0, 1)"},
    };
    for (const auto& [body, formula] : kRows)
        EXPECT_EQ(formulaOfBody(body), formula) << body;
    EXPECT_THAT(functionIn("def f(x): return x.mul_(x.sigmoid())").notes, ElementsAre(HasSubstr("also changes")));
}

TEST(Idioms, refuseToChangeInPlaceWhatIsSeenAgain)
{
    for (const char* body : {"return x.mul_(2) + x", "return x.mul_(2).add_(x)", "return x.mul_(x.exp_())",
                             "y = x\nz = y.mul_(2)\nreturn x + z", "return torch.where(x.mul_(2) > 0, x, 0.0)"})
        EXPECT_THAT(formulaOfBody(body), HasSubstr("also changes")) << body;
}

TEST(Idioms, skipTheBranchThatIsNotTaken)
{
    const std::string f = "def f(x, inplace=False, scale=None):\n  ";
    EXPECT_EQ(formulaOf(f + "return x.mul_(2) if inplace else x.mul(3)"), "x*3");
    EXPECT_EQ(formulaOf(f + "s = 5 if scale is None else scale\n  return s * x"), "5*x");
    EXPECT_EQ(formulaOf(f + "if scale is not None:\n    return scale * x\n  return x"), "x");
    EXPECT_EQ(formulaOf("def f(x, a=0.5):\n  if a < 0:\n    raise ValueError('{}'.format(a))\n  return a * x"),
              "a*x");
}

TEST(Idioms, passSettingsOn)
{
    EXPECT_EQ(formulaOf(kModule + "    self.inplace = True\n  def forward(self, x):\n"
                                  "    return F.relu6(x + 3, self.inplace)\n"),
              "{x + 3 <= 0: 0, x + 3 < 6: x + 3, 6}");
    const std::string factory = "class A(nn.Module):\n  def __init__(self, device=None, **kwargs):\n"
                                "    factory_kwargs = {'device': device}\n    super().__init__(**kwargs)\n"
                                "    self.a = nn.Parameter(torch.zeros(1, **factory_kwargs))\n";
    EXPECT_EQ(formulaOf(factory + kForward), "a*x");
    EXPECT_THAT(formulaOf("def f(x): return {x > 0: x}"), HasSubstr("dictionary"));
}

TEST(Idioms, readMethodsAsTheyAreMeant)
{
    EXPECT_EQ(formulaOf("class A(nn.Module):\n  @staticmethod\n  def forward(x):\n    return x * 2\n"), "x*2");
    EXPECT_EQ(formulaOf(kModule + "    self.k = k\n  @property\n  def twice(self):\n    return 2 * self.k\n"
                                  "  def forward(self, x):\n    return self.twice * x\n"),
              "2*k*x");
    EXPECT_EQ(formulaOf(kModule + "    self.act = self._two\n  def _two(self, t):\n    return t * 2\n"
                                  "  def forward(self, x):\n    return self.act(x)\n"),
              "x*2");
    EXPECT_EQ(formulaOf("def f(x):\n  r\"\"\"Docs\"\"\"\n  def inner(t):\n    return t + 1\n  return inner(x)\n"),
              "x + 1");
}

const std::string kSwish = "@torch.jit.script\ndef forward_of(x):\n  return x.mul(torch.sigmoid(x))\n"
                           "@torch.jit.script\ndef backward_of(x, grad):\n  s = torch.sigmoid(x)\n"
                           "  out = (1 - s).mul_(x).add_(1).mul_(s)\n  del s\n  return grad * out\n"
                           "class Swish(torch.autograd.Function):\n  factor = 1\n  @staticmethod\n"
                           "  def forward(ctx, x):\n    ctx.save_for_backward(x)\n    return forward_of(x)\n"
                           "  @staticmethod\n  def backward(ctx, grad):\n"
                           "    return Swish.factor * backward_of(x=ctx.saved_tensors[0], grad=grad)\n";

TEST(Idioms, readTheSavingSwishWithItsHelpers)
{
    const auto imported = importPython(kSwish + "swish = Swish.apply\nclass M(nn.Module):\n  def __init__(self):\n"
                                                "    self.act = Swish.apply\n  def forward(self, x):\n"
                                                "    return swish(x) + self.act(x)\n");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_THAT(imported->refused, IsEmpty());  // backward_of is no activation, and nobody misses it
    ASSERT_EQ(imported->functions.size(), 3U);
    EXPECT_EQ(imported->functions[1].definition.formula, "x*sigmoid(x)");
    EXPECT_EQ(imported->functions[1].definition.gradient, "((1 - sigmoid(x))*x + 1)*sigmoid(x)");
    EXPECT_EQ(imported->functions[2].definition.formula, "x*sigmoid(x) + x*sigmoid(x)");
}

TEST(Idioms, stillRefuseAHelperThatNobodyCalls)
{
    const auto imported = importPython("def f(x): return x\ndef g(x, y): return x * y\n");
    ASSERT_TRUE(imported);
    ASSERT_EQ(imported->refused.size(), 1U);
    EXPECT_THAT(imported->refused[0].message, HasSubstr("second argument"));
}

TEST(Idioms, followManyDetachedParts)
{
    std::string sum = "x";
    for (int i = 0; i < 40; ++i)
        sum += " + (x * " + std::to_string(i) + ").detach()";
    const ImportedFunction f = functionIn("def f(x): return " + sum);
    EXPECT_EQ(f.definition.gradient, "1");
    EXPECT_THAT(f.definition.formula, HasSubstr("x*39"));
}

}  // namespace
}  // namespace actlab::importing
