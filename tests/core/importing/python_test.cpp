#include "tests/core/importing/imported.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace actlab::importing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Python, readsTheTutorialsFunction)
{
    EXPECT_EQ(formulaOf("import torch\ndef f(x): return torch.where(x > 0, x, torch.tensor(0.0))"), "{x > 0: x, 0}");
}

TEST(Python, substitutesAssignments)
{
    const std::pair<const char*, const char*> kRows[] = {
        {"y = x * 2\nz = y + 1\nreturn z / y", "(x*2 + 1)/(x*2)"},
        {"y = x + 1\ny *= 2 + 1\nreturn y", "(x + 1)*(2 + 1)"},
        {"a, b = 1.0, 2.0\nreturn a * x + b", "x + 2"},
        {"(a, b) = (3, 4)\nreturn a * x + b", "3*x + 4"},
        {"a = b = 2\nreturn a * x + b", "2*x + 2"},
        {"y: torch.Tensor = x.exp()\nreturn y", "exp(x)"},
        {"x = x - 1; return x * x", "(x - 1)*(x - 1)"},
        {"y = x.clone()\ny[x > 1] = 1\nreturn y", "{x > 1: 1, x}"},
        {"y = torch.zeros_like(x)\ny[x > 1] = x[x > 1] - 1\nreturn y", "{x > 1: x - 1, 0}"},
        {"y = x.clone()\ny.clamp_(min=0)\nreturn y", "clamp(x, 0, inf)"},
        {"g = lambda t: t * t\nreturn g(x) + g(1 - x)", "x*x + (1 - x)*(1 - x)"},
    };
    for (const auto& [body, formula] : kRows)
        EXPECT_EQ(formulaOfBody(body), formula) << body;
}

TEST(Python, readsLinesAsPythonDoes)
{
    const std::string text =
        "# comment\r\n\"\"\"A text\nover lines: def g(x): (\n\"\"\"\n"
        "@torch.jit.script\n"
        "def f(x : torch.Tensor,  # the input\n      a : float = 1_0.5e0) -> torch.Tensor:\n"
        "\t'''docs'''\n\ty = a * \\\n\t\tx\n\treturn (y +  # sum\n  1)\n\nif __name__ == '__main__':\n"
        "    print(f(3))\n";
    const ImportedFunction f = functionIn(text);
    EXPECT_EQ(f.definition.formula, "a*x + 1");
    EXPECT_EQ(f.definition.parameters.at(0).value, 10.5);
    EXPECT_EQ(f.line, 6U);
}

TEST(Python, turnsAnIfIntoPieces)
{
    EXPECT_EQ(formulaOfBody("if x < 0:\n    return 0\nelif x < 1:\n    return x\nelse:\n    return 1"),
              "{x < 0: 0, x < 1: x, 1}");
    EXPECT_EQ(formulaOfBody("if x > 0: return x\nreturn 0.1 * x"), "{x > 0: x, 0.1*x}");
    EXPECT_EQ(formulaOfBody("y = x\nif x > 1:\n    y = 1\nreturn y * 2"), "{x > 1: 1, x}*2");
    EXPECT_EQ(formulaOfBody("return x if x > 0 else 0"), "{x > 0: x, 0}");
    EXPECT_EQ(formulaOf("def f(x, inplace=False):\n    if inplace:\n        return x + 1\n    return x"), "x");
    EXPECT_THAT(functionIn("def f(x):\n  if x > 0: return x\n  return 0").notes,
                ElementsAre(HasSubstr("each element")));
}

TEST(Python, knowsConstantsAndOtherFunctionsOfTheFile)
{
    const auto imported = importPython("import math\nALPHA = 0.1\nC = math.sqrt(2 / math.pi)\n"
                                       "def g(x, a=2):\n    return a * x * ALPHA\n"
                                       "def f(x):\n    return g(x) + g(x, a=C)\n");
    ASSERT_TRUE(imported) << imported.error().message;
    ASSERT_EQ(imported->functions.size(), 2U);
    EXPECT_EQ(imported->functions[1].definition.formula, "2*x*0.1 + sqrt(2/pi)*x*0.1");
}

TEST(Python, followsAliases)
{
    EXPECT_EQ(formulaOf("import torch as t\nfrom torch import tanh as th\nfrom torch.nn import functional as G\n"
                        "def f(x): return th(x) + t.exp(x) + G.silu(x)"),
              "tanh(x) + exp(x) + x*sigmoid(x)");
    EXPECT_EQ(formulaOf("from math import *\nf = lambda t: exp(-t)"), "exp(-x)");
}

TEST(Python, renamesParametersThatMeanSomethingElseInFormulas)
{
    const ImportedFunction f = functionIn("def f(input, x=2.0, e=0.5): return x * input + e");
    EXPECT_EQ(f.definition.formula, "x_*x + e_");
    EXPECT_EQ(f.notes.size(), 2U);
}

TEST(Python, givesWhatCanBeReadAndTellsTheRest)
{
    const auto imported = importPython("import os\ndef good(x): return x\ndef bad(x):\n    return os.getpid() * x\n");
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->functions.size(), 1U);
    ASSERT_EQ(imported->refused.size(), 2U);
    EXPECT_EQ(imported->refused[0].line, 1U);
    EXPECT_EQ(imported->refused[1].line, 4U);
    EXPECT_EQ(imported->refused[1].column, 12U);
    EXPECT_THAT(imported->refused[1].message, HasSubstr("`os.getpid` could do anything"));
}

TEST(Python, readsWhatIsPastedIndented)
{
    EXPECT_EQ(formulaOf("    def f(x):\n        return x\n"), "x");
}

}  // namespace
}  // namespace actlab::importing
