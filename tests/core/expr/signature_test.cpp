#include "core/expr/signature.hpp"

#include "core/expr/parser.hpp"

#include <gtest/gtest.h>

namespace actlab::expr {
namespace {

/// A call of `name` in which every argument is given, by its keyword.
std::string fullCall(const std::string& name, const Signature& signature)
{
    std::string call = name + "(";
    for (const Signature::Argument& argument : signature.arguments)
        call +=
            (call.back() == '(' ? "" : ", ") + argument.name + "=" + (argument.name == "condition" ? "x > 0" : "x");
    return call + ")";
}

TEST(Signature, saysWhatTheParserAccepts)
{
    EXPECT_GT(languageSignatures().size(), 30U);
    for (const Signature& signature : languageSignatures()) {
        EXPECT_TRUE(parse(fullCall(signature.name, signature))) << signature.name;
        EXPECT_FALSE(signature.help.empty()) << signature.name;
        for (const std::string& spelling : signature.spellings)
            EXPECT_TRUE(parse(fullCall(spelling, signature))) << spelling;
    }
}

TEST(Signature, isFoundByEverySpelling)
{
    ASSERT_TRUE(findLanguageSignature("tanh"));
    EXPECT_EQ(findLanguageSignature("clip"), findLanguageSignature("clamp"));
    EXPECT_EQ(findLanguageSignature("where")->arguments.size(), 3U);
    EXPECT_EQ(findLanguageSignature("relu"), nullptr);
}

TEST(Signature, knowsWhichArgumentsMayBeLeftOut)
{
    const std::vector<Signature::Argument> expected{{"input", ""}, {"min", "-inf"}, {"max", "inf"}};
    EXPECT_EQ(findLanguageSignature("clamp")->arguments, expected);
}

}  // namespace
}  // namespace actlab::expr
