#include "tests/core/importing/imported.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace actlab::importing {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Refusals, nameTheirPlaceAndReason)
{
    const std::pair<const char*, const char*> kRows[] = {
        {"return open('secret').read()", "2:12: `open` could do anything"},
        {"print(x)\nreturn x", "2:5: `print` shows something"},
        {"for i in range(3):\n    x = x + 1\nreturn x", "2:5: loops are not read"},
        {"while x > 0: x = x - 1\nreturn x", "2:5: loops are not read"},
        {"with torch.no_grad():\n    y = x\nreturn y", "2:5: `with` is not read"},
        {"import os\nreturn x", "2:12: `os` is not read"},
        {"return torch.tahn(x)", "2:12: `torch.tahn` is not known"},
        {"return sigmoid(x)", "2:12: `sigmoid` is not defined"},
        {"return x.mean()", "2:14: `mean` mixes"},
        {"return x + torch.randn_like(x)", "2:16: `randn_like` is random"},
        {"return y", "2:12: the name `y` is not known"},
        {"return x.shape", "2:14: `shape` is no number"},
        {"return x ^ 2", "2:14: the character `^`"},
        {"return x, 1", "2:15: an activation gives back one value"},
        {"y = x\ny += 1\nreturn y", "3:5: this also changes `x`"},
        {"return x.relu_() + x", "2:14: `relu_` also changes"},
        {"return f(x - 1)", "2:12: `f` calls itself"},
        {"x = x + 1", "1:5: `f` ends without a return"},
        {"if x > 0:\n    return x", "2:5: not every way"},
        {"return x（1）", "2:13: the character `（`"},
        {"return x + '\xF0\x9F\x98\x80'", "2:16: the text '\xF0\x9F\x98\x80'"},
        {"return x > 0 & x < 1", "2:16: this is a value, not a condition"},
        {"return [i for i in x]", "2:13: the name `i`"},
        {"return None", "2:12: None is no number"},
        {"return torch.tanh", "2:12: a function is no value"},
        {"return __import__('os').system('true')", "2:12: `__import__` could do anything"},
        {"return eval('x')", "2:12: `eval` could do anything"},
        {"return torch.load('x')", "2:12: `torch.load` is not known"},
        {"return x.view(-1)", "2:14: `view` changes the shape"},
    };
    for (const auto& [body, error] : kRows)
        EXPECT_THAT(formulaOfBody(body), StartsWith(error)) << body;
}

TEST(Refusals, coverWholeTexts)
{
    const std::pair<std::string, const char*> kRows[] = {
        {"", "1:1: there is no function"},
        {"Call me Ishmael.", "1:1: "},
        {"def f(x):\n    return (x + 1\n", "2:12: this bracket is never closed"},
        {"def f(x, y): return x * y", "1:10: `y` is a second argument"},
        {"def f(): return 1", "1:5: `f` takes no tensor"},
        {"def f(*args): return 1", "1:7: "},
        {"@cached\ndef f(x): return x", "1:1: a decorator"},
        {"import subprocess", "1:8: `subprocess` is not read"},
        {std::string("def f(x): return x\0", 19), "1:1: there is a null byte"},
        {"def f(x): return \xFF", "1:1: "},
        {"def f(x)\n    return x", "1:9: the colon"},
        {"def", "1:1: "},
        {"class", "1:1: "},
        {"class A:\n  pass", "1:7: the class `A` has no forward"},
        {std::string(11 << 20, 'x'), "1:1: the text is longer than a megabyte"},
    };
    for (const auto& [text, error] : kRows)
        EXPECT_THAT(formulaOf(text), StartsWith(error)) << text.substr(0, 80);
}

TEST(Refusals, keepTheTensorOfACaller)
{
    const std::string caller = "\ndef f(x):\n    y = x * 2\n    z = g(y)\n    return y + z\n";
    const auto changing = importPython("def g(t):\n    t *= 3\n    return t" + caller);
    ASSERT_TRUE(changing);
    ASSERT_EQ(changing->refused.size(), 1U);
    EXPECT_THAT(changing->refused[0].message, HasSubstr("whoever calls"));
    const auto cloning = importPython("def g(t):\n    t = t.clone()\n    t *= 3\n    return t" + caller);
    ASSERT_TRUE(cloning);
    EXPECT_TRUE(cloning->refused.empty());
}

TEST(Refusals, tellOfALineThatBelongsToNoBlock)
{
    const auto imported = importPython("def f(x):\n    return x\n  + 1");
    ASSERT_TRUE(imported);
    ASSERT_EQ(imported->refused.size(), 1U);
    EXPECT_EQ(imported->refused[0].line, 3U);
}

std::string repeated(const std::string& text, std::size_t times)
{
    std::string all;
    while (times-- > 0)
        all += text;
    return all;
}

TEST(Refusals, holdForWhatGrowsWithoutEnd)
{
    EXPECT_THAT(formulaOfBody(repeated("x = x * x\n", 60) + "return x"), HasSubstr("longer than"));
    EXPECT_THAT(formulaOfBody(repeated("x = x * x + 1\n", 4000) + "return x"), HasSubstr("deep"));
    EXPECT_THAT(formulaOfBody("return " + repeated("(", 3000)), HasSubstr("never closed"));
    EXPECT_THAT(formulaOfBody("return " + repeated("(", 1500) + "x" + repeated(")", 1500)), HasSubstr("deep"));
    EXPECT_THAT(formulaOfBody(repeated("if x > 1: return x\n", 500) + "return x"), HasSubstr("pieces"));
    std::string nested = "def f(x):\n";
    for (std::size_t i = 1; i < 200; ++i)
        nested += repeated(" ", i) + "if x > 0:\n";
    EXPECT_THAT(formulaOf(nested + repeated(" ", 200) + "return x"), HasSubstr("nested"));
    std::string chain = "def f0(x): return x\n";
    for (int i = 1; i < 300; ++i)
        chain += "def f" + std::to_string(i) + "(x): return f" + std::to_string(i - 1) + "(x)\n";
    EXPECT_TRUE(importPython(chain));
}

TEST(Refusals, answerEveryBeginningOfAText)
{
    const std::string text =
        "import torch\nclass A(torch.autograd.Function):\n  @staticmethod\n"
        "  def forward(ctx, x, w=1.0):\n    ctx.save_for_backward(x)\n    ctx.w = w\n"
        "    y = x.clone(); y[x < 0] = 0\n    return y\n  @staticmethod\n"
        "  def backward(ctx, g):\n    x, = ctx.saved_tensors\n    return g * (x > ctx.w), None\n";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        importPython(text.substr(0, length));
        importPython(text.substr(length));
    }
    EXPECT_TRUE(importPython(text));
}

}  // namespace
}  // namespace actlab::importing
