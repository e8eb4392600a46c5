#include "app/models/formula_proposals.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

QStringList namesFor(const QString& typed, const std::vector<activation::Parameter>& parameters = {})
{
    QStringList names;
    for (const Proposal& proposal : proposalsFor(typed, parameters))
        names.append(proposal.name);
    return names;
}

TEST(FormulaProposals, beginWithTheVeryNameThenWithWhatBeginsLikeIt)
{
    const QStringList names = namesFor("relu");
    EXPECT_EQ(names.first(), "relu");
    EXPECT_EQ(names.at(1), "relu6");
    EXPECT_GT(names.indexOf("leaky_relu"), names.indexOf("relu6"));
}

TEST(FormulaProposals, ignoreCaseAndUnderscores)
{
    EXPECT_EQ(namesFor("LeakyR").first(), "leaky_relu");
    EXPECT_EQ(namesFor("leakyr").first(), "leaky_relu");
}

TEST(FormulaProposals, nameAFunctionOnceByTheSpellingThatWasTyped)
{
    const auto clips = proposalsFor("clip", {});
    ASSERT_FALSE(clips.empty());
    EXPECT_EQ(clips.front().name, "clip");
    EXPECT_EQ(clips.front().signature, "clip(x, min=-inf, max=inf)");
    EXPECT_TRUE(clips.front().help.startsWith("the same as clamp. "));
    EXPECT_EQ(namesFor("gelu").count("gelu"), 1);
    EXPECT_FALSE(namesFor("gelu").contains("gelu_exact"));
}

TEST(FormulaProposals, putParametersFirst)
{
    const QStringList names = namesFor("al", {{"alpha", 0.25}});
    EXPECT_EQ(names.first(), "alpha");
    EXPECT_EQ(proposalsFor("al", {{"alpha", 0.25}}).front().help, "parameter of this formula, now 0.25");
}

TEST(FormulaProposals, areNoneForWhatNobodyKnows)
{
    EXPECT_TRUE(namesFor("qqq").isEmpty());
    EXPECT_TRUE(namesFor("$").isEmpty());
}

TEST(FormulaProposals, callTheArgumentsInHelpByTheirNames)
{
    const auto pow = proposalsFor("pow", {}).front();
    EXPECT_EQ(pow.signature, "pow(x, exponent)");
    EXPECT_EQ(pow.help, "x to the power of exponent.");
    EXPECT_TRUE(pow.curve.empty());
    EXPECT_EQ(proposalsFor("tanh", {}).front().curve, "tanh(x)");
}

TEST(FormulaProposals, areTheKeywordsThatACallStillLacks)
{
    const auto keywords = [](const QString& typed, const QString& formula) {
        QStringList names;
        const auto call = expr::openCallAt(formula.toStdString(), static_cast<std::size_t>(formula.size()));
        for (const Proposal& each : keywordsFor(typed, call.value(), formula))
            names.append(each.signature);
        return names;
    };
    EXPECT_EQ(keywords("", "elu(x, "), QStringList({"alpha=1"}));
    EXPECT_EQ(keywords("m", "1 + clamp(x, "), QStringList({"min=-inf", "max=inf"}));
    EXPECT_EQ(keywords("", "clamp(x, min=0, "), QStringList({"max=inf"}));
    EXPECT_EQ(keywords("", "x.clamp("), QStringList({"min=-inf", "max=inf"}));
    EXPECT_TRUE(keywords("", "tanh(").isEmpty());
    EXPECT_TRUE(keywords("b", "elu(x, ").isEmpty());
}

TEST(FormulaProposals, listEverythingForNothing)
{
    const auto all = proposalsFor("", {});
    EXPECT_GT(all.size(), activation::callables().size());
    for (const Proposal& each : all) {
        EXPECT_FALSE(each.help.isEmpty()) << each.name.toStdString();
        EXPECT_FALSE(each.help.contains('\n')) << each.name.toStdString();
    }
}

}  // namespace
}  // namespace actlab::models
