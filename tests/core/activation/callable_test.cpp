#include "core/activation/callable.hpp"

#include <gtest/gtest.h>

#include <set>

namespace actlab::activation {
namespace {

TEST(Callable, hasEveryNameOfTheCatalogueThatFormulasKnow)
{
    for (const std::string& name : catalogueLibrary().names())
        EXPECT_TRUE(findCallable(name)) << name;
    for (const expr::Signature& signature : expr::languageSignatures())
        EXPECT_TRUE(findCallable(signature.name)) << signature.name;
}

TEST(Callable, isThereOnceUnderEachName)
{
    std::set<std::string> names;
    for (const Callable& each : callables()) {
        EXPECT_TRUE(names.insert(each.signature.name).second) << each.signature.name;
        for (const std::string& spelling : each.signature.spellings)
            EXPECT_TRUE(names.insert(spelling).second) << spelling;
    }
}

TEST(Callable, saysTheDefaultsOfTheCatalogue)
{
    const Callable* elu = findCallable("elu");
    ASSERT_TRUE(elu && elu->row);
    const std::vector<expr::Signature::Argument> expected{{"input", ""}, {"alpha", "1"}};
    EXPECT_EQ(elu->signature.arguments, expected);
    EXPECT_EQ(elu->row->family, "Exponential");
}

TEST(Callable, isFoundAsFormulasFindIt)
{
    EXPECT_EQ(findCallable("hard_swish"), findCallable("hardswish"));
    EXPECT_EQ(findCallable("LeakyReLU"), findCallable("leaky_relu"));
    EXPECT_FALSE(findCallable("rellu"));
}

TEST(Callable, canBeCalledAsItsShortestCallSays)
{
    for (const Callable& each : callables()) {
        const std::string call = shortestCall(each.signature);
        EXPECT_TRUE(call.empty() || makeActivation({"f", call, "", {}})) << call;
    }
    EXPECT_EQ(shortestCall(findCallable("elu")->signature), "elu(x)");
    EXPECT_EQ(shortestCall(findCallable("pow")->signature), "");
}

}  // namespace
}  // namespace actlab::activation
