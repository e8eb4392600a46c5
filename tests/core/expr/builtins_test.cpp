#include "core/expr/builtins.hpp"

#include "meaning_of.hpp"

#include <algorithm>
#include <set>

namespace actlab::expr {

namespace {

TEST(Builtins, haveOneRowForEachId)
{
    std::set<BuiltinId> ids;
    for (const Builtin& f : builtins())
        EXPECT_TRUE(ids.insert(f.id).second) << f.name;
    EXPECT_EQ(ids.size(), static_cast<std::size_t>(BuiltinId::Sigmoid) + 1);
}

TEST(Builtins, areFoundByTheirExactNameOnly)
{
    for (const Builtin& f : builtins())
        EXPECT_EQ(findBuiltin(f.name), &f);
    for (const char* name : {"", "Exp", "exp ", "tan h", "relu"})
        EXPECT_EQ(findBuiltin(name), nullptr) << name;
}

TEST(Builtins, nameEveryArgumentAndNoMore)
{
    for (const Builtin& f : builtins()) {
        ASSERT_TRUE(f.arity >= 1 && f.arity <= 3) << f.name;
        for (std::size_t i = 0; i < 3; ++i) {
            const bool exists = i < static_cast<std::size_t>(f.arity);
            EXPECT_EQ(!f.arguments[i].empty(), exists) << f.name;
            EXPECT_EQ(!f.derivatives[i].empty(), exists) << f.name;
            EXPECT_TRUE(exists || f.defaults[i].empty()) << f.name;
        }
    }
}

TEST(Builtins, haveDefaultsOnlyBehindTheFirstArgumentAndThenToTheEnd)
{
    for (const Builtin& f : builtins()) {
        EXPECT_TRUE(f.defaults[0].empty()) << f.name;
        const bool lastIsOptional = !f.defaults[static_cast<std::size_t>(f.arity) - 1].empty();
        for (std::size_t i = 1; i < static_cast<std::size_t>(f.arity); ++i)
            EXPECT_EQ(!f.defaults[i].empty(), lastIsOptional) << f.name;
    }
}

TEST(Builtins, spellDefaultsAsNumbers)
{
    for (const Builtin& f : builtins())
        for (const std::string_view text : f.defaults)
            EXPECT_TRUE(text.empty() || as<Number>(meaningOf(text))) << f.name;
}

TEST(Builtins, spellDerivativesInTheirOwnArguments)
{
    for (const Builtin& f : builtins())
        for (std::size_t i = 0; i < static_cast<std::size_t>(f.arity); ++i) {
            const Expr derivative = meaningOf(f.derivatives[i]);
            EXPECT_FALSE(dependsOnInput(derivative)) << f.name;
            for (const std::string& name : parametersOf(derivative)) {
                const bool isArgument = name == "u" || (name == "v" && f.arity > 1) || (name == "w" && f.arity > 2);
                EXPECT_TRUE(isArgument) << f.name << " names " << name;
            }
        }
}

TEST(Builtins, explainThemselvesInOneSentence)
{
    for (const Builtin& f : builtins()) {
        EXPECT_TRUE(f.help.ends_with('.')) << f.name;
        EXPECT_EQ(f.help.find(". "), std::string_view::npos) << f.name;
    }
}

TEST(Builtins, canBeCalledWithAllArgumentsByKeyword)
{
    for (const Builtin& f : builtins()) {
        std::string text = std::string(f.name) + "(";
        for (std::size_t i = 0; i < static_cast<std::size_t>(f.arity); ++i)
            text += (i > 0 ? ", " : "") + std::string(f.arguments[i]) + "=x";
        EXPECT_TRUE(as<Call>(meaningOf(text + ")"))) << text;
    }
}

}  // namespace

}  // namespace actlab::expr
