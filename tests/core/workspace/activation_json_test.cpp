#include "core/workspace/activation_json.hpp"

#include "core/activation/catalogue.hpp"

#include <gmock/gmock.h>

namespace actlab::workspace {

namespace {

using activation::ActivationPtr;
using activation::Definition;
using activation::findInCatalogue;
using nlohmann::json;
using ::testing::StartsWith;

ActivationPtr make(Definition definition)
{
    const auto made = activation::makeActivation(std::move(definition));
    EXPECT_TRUE(made) << (made ? "" : made.error().message);
    return made ? *made : findInCatalogue("identity");
}

ActivationPtr read(const json& activation)
{
    return ActivationReader().read({activation, "here"});
}

Definition reread(const Definition& definition)
{
    return readDefinition({json::parse(definitionToJson(definition).dump()), ""});
}

std::string errorIn(const json& activation, ActivationReader& activations)
{
    try {
        activations.read({activation, "here"});
        return "no error";
    } catch (const JsonFailure& failure) {
        return failure.sentence;
    }
}

std::string errorIn(const json& activation)
{
    ActivationReader activations;
    return errorIn(activation, activations);
}

TEST(ActivationJson, namesEveryFunctionOfTheCatalogueAndFindsItAgain)
{
    for (const ActivationPtr& each : activation::catalogue()) {
        const json written = activationToJson(*each);
        EXPECT_EQ(written.at("catalogue"), each->name());
        EXPECT_FALSE(written.contains("formula"));
        EXPECT_EQ(read(written)->definition(), each->definition()) << each->name();
    }
}

TEST(ActivationJson, keepsTheValuesOfAFunctionOfTheCatalogue)
{
    const ActivationPtr elu = findInCatalogue("elu")->withValue("alpha", 0.375);
    const json written = activationToJson(*elu);
    EXPECT_EQ(written.at("values"), json({{"alpha", 0.375}}));
    EXPECT_EQ(read(written)->parameters()[0].value, 0.375);
}

TEST(ActivationJson, findsAFunctionOfTheCatalogueByItsNameAlone)
{
    EXPECT_EQ(read({{"catalogue", "leaky_relu"}})->name(), "Leaky ReLU");
}

TEST(ActivationJson, passesOverValuesOfParametersThatAreNoMore)
{
    const ActivationPtr elu = read({{"catalogue", "elu"}, {"values", {{"beta", 3}}}});
    EXPECT_EQ(elu->definition(), findInCatalogue("elu")->definition());
}

TEST(ActivationJson, writesWholeWhatOnlyBearsANameOfTheCatalogue)
{
    const ActivationPtr ownRelu = make({"ReLU", "x > 0 ? x : 0.5*x", "", {}});
    EXPECT_FALSE(activationToJson(*ownRelu).contains("catalogue"));
    EXPECT_EQ(read(activationToJson(*ownRelu))->definition(), ownRelu->definition());
    Definition surrogate = findInCatalogue("relu")->definition();
    surrogate.gradient = "sigmoid(x)";
    EXPECT_EQ(read(activationToJson(*make(surrogate)))->definition().gradient, "sigmoid(x)");
}

TEST(ActivationJson, keepsTextOfEveryScriptWithQuotesAndNewlines)
{
    const Definition definition{
        "我的“激活”\n\"函数\" \\ \t🙂", "{x ＜ 0：0.1*x，\n x}", "{x < 0: 0.1,\n 1}", {}};
    EXPECT_EQ(reread(definition), definition);
    EXPECT_EQ(read(definitionToJson(definition))->name(), definition.name);
}

TEST(ActivationJson, keepsParametersWithRangeAndFlag)
{
    const Definition definition{
        "Own", "a*x + b*x^2", "a + 2*b*x", {{"a", -0.5, -1, 2, true}, {"b", 1e-9, 0, 1, false}}};
    EXPECT_EQ(reread(definition), definition);
    EXPECT_EQ(read(definitionToJson(definition))->definition(), definition);
}

TEST(ActivationJson, pointsIntoTheFormulaOrTheGradient)
{
    EXPECT_THAT(errorIn({{"name", "A"}, {"formula", "跃 + $"}}), StartsWith("here.formula: column 5: "));
    EXPECT_THAT(errorIn({{"name", "A"}, {"formula", "x"}, {"gradient", "1 +"}}),
                StartsWith("here.gradient: column 4: "));
    EXPECT_EQ(errorIn({{"name", "A"}, {"formula", ""}}),
              "here.formula: column 1: the formula is empty. Write one, as in max(x, 0).");
    EXPECT_EQ(errorIn({{"name", ""}, {"formula", "x"}}), "here: an activation needs a name");
}

TEST(ActivationJson, pointsAtWhatIsMissing)
{
    EXPECT_EQ(errorIn({{"formula", "x"}}), "here.name: is missing");
    EXPECT_EQ(errorIn({{"name", "A"}}), "here.formula: is missing");
    EXPECT_EQ(errorIn("ReLU"), "here: an object was expected");
    EXPECT_EQ(errorIn({{"catalogue", nullptr}}), "here.catalogue: a text was expected");
    EXPECT_EQ(errorIn({{"catalogue", "elu"}, {"values", {{"alpha", "nan"}}}}),
              "here.values.alpha: a finite number was expected");
}

TEST(ActivationReader, compilesOnceWhatStandsInAFileTwice)
{
    ActivationReader activations;
    const json own = {{"name", "A"}, {"formula", "a*x"}}, other = {{"name", "B"}, {"formula", "a*x"}};
    const ActivationPtr first = activations.read({own, ""});
    EXPECT_EQ(activations.read({own, ""}), first);
    EXPECT_NE(activations.read({other, ""}), first);
}

TEST(ActivationReader, refusesAFileWhoseFormulasCostTooMuchTogether)
{
    std::string formula = "x";
    for (int i = 0; i < 180; ++i)
        formula += "*sin(x)";
    ActivationReader activations;
    std::string error = "no error";
    for (int i = 0; i < 2'000 && error == "no error"; ++i)
        error = errorIn({{"name", std::to_string(i)}, {"formula", formula}}, activations);
    EXPECT_EQ(error, "here: the formulas up to here are too long, taken together");
}

}  // namespace

}  // namespace actlab::workspace
