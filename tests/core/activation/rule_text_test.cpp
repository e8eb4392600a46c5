#include "core/activation/rule_text.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

namespace actlab::activation {
namespace {

/// The rule with u standing for the whole formula.
std::string spelled(const char* rule, const char* formula)
{
    const expr::Bindings meaning{{"u", *expr::parse(formula, catalogueLibrary())}};
    return spelledOut(rule, meaning, formula);
}

TEST(RuleText, keepsTheAuthorsWords)
{
    EXPECT_EQ(spelled("tanh(u)", "x  +.5"), "tanh(x  +.5)");
    EXPECT_EQ(spelled("tanh(u)", "gelu(x)"), "tanh(gelu(x))");
}

TEST(RuleText, bracketsWhatWouldBeTornApart)
{
    EXPECT_EQ(spelled("2*u", "x + 1"), "2*(x + 1)");
    EXPECT_EQ(spelled("2*u", "gelu(x + 1)"), "2*gelu(x + 1)");
    EXPECT_EQ(spelled("2*u", "tanh(x)*tanh(x)"), "2*(tanh(x)*tanh(x))");
    EXPECT_EQ(spelled("tanh(-u)", "x"), "tanh(-x)");
    EXPECT_EQ(spelled("u", "x + 1"), "x + 1");
    EXPECT_EQ(spelled("max(u, 0)", "x + 1"), "max(x + 1, 0)");
}

TEST(RuleText, takesOnlyLettersThatStandAlone)
{
    EXPECT_EQ(spelled("sinusoid(u)", "x"), "sinusoid(x)");
}

TEST(RuleText, printsWhatTheTextDoesNotHold)
{
    const expr::Bindings meaning{{"u", *expr::parse("2*x")}};
    EXPECT_EQ(spelledOut("tanh(u)", meaning, "a"), "tanh(2*x)");
}

}  // namespace
}  // namespace actlab::activation
