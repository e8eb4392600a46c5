#include "core/activation/activation.hpp"

#include "core/activation/catalogue.hpp"
#include "core/expr/printer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <thread>

namespace actlab::activation {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Definition definitionOf(std::string formula, std::vector<Parameter> parameters = {}, std::string gradient = {})
{
    return {"mine", std::move(formula), std::move(gradient), std::move(parameters)};
}

ActivationPtr make(Definition definition)
{
    const auto made = makeActivation(std::move(definition));
    EXPECT_TRUE(made) << (made ? "" : made.error().message);
    return made ? *made : findInCatalogue("identity");
}

std::string messageFor(Definition definition)
{
    const auto made = makeActivation(std::move(definition));
    return made ? "no error" : made.error().message;
}

double valueAt(const Activation& activation, double x, int order = 0)
{
    return activation.evaluate<double>(std::vector{x}, order).back()[0];
}

TEST(Activation, knowsItsFunctionAndTwoDerivatives)
{
    const ActivationPtr f = make(definitionOf("x^3"));
    const auto outputs = f->evaluate<double>(std::vector{2.0, -1.0}, 2);
    EXPECT_THAT(outputs[0], ElementsAre(8, -1));
    EXPECT_THAT(outputs[1], ElementsAre(12, 3));
    EXPECT_THAT(outputs[2], ElementsAre(12, -6));
}

TEST(Activation, evaluatesInFloatToo)
{
    EXPECT_EQ(make(definitionOf("exp(x)"))->evaluate<float>(std::vector{1.0F}, 0)[0][0], std::exp(1.0F));
}

TEST(Activation, trimsItsName)
{
    Definition definition = definitionOf("x");
    definition.name = "  My own\t";
    EXPECT_EQ(make(definition)->name(), "My own");
}

TEST(Activation, needsANameOfAtMost200Characters)
{
    Definition definition = definitionOf("x");
    definition.name = " \n";
    EXPECT_THAT(messageFor(definition), HasSubstr("needs a name"));
    definition.name = std::string(201, 'a');
    EXPECT_THAT(messageFor(definition), HasSubstr("200 characters"));
    definition.name.clear();
    for (int i = 0; i < 200; ++i)
        definition.name += "激";
    EXPECT_EQ(messageFor(definition), "no error");
}

TEST(Activation, takesOnlyFiniteParameters)
{
    for (const double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        EXPECT_THAT(messageFor(definitionOf("a*x", {{.name = "a", .value = bad}})), HasSubstr("`a`"));
        EXPECT_THAT(messageFor(definitionOf("a*x", {{.name = "a", .maximum = bad}})), HasSubstr("`a`"));
    }
}

TEST(Activation, widensTheRangeOfAParameterToHoldItsValue)
{
    const ActivationPtr f = make(definitionOf("a*x", {{.name = "a", .value = 9, .minimum = 0, .maximum = 1}}));
    EXPECT_EQ(f->parameters()[0].maximum, 9);
    EXPECT_EQ(f->withValue("a", -2)->parameters()[0].minimum, -2);
}

TEST(Activation, keepsTheParametersThatOccurAndFindsTheOthers)
{
    const ActivationPtr f = make(
        definitionOf("b*x + a + c*x", {{.name = "a", .value = 3}, {.name = "unused"}, {.name = "a", .value = 4}}));
    ASSERT_EQ(f->parameters().size(), 3U);
    EXPECT_EQ(f->parameters()[0], (Parameter{.name = "a", .value = 3}));
    EXPECT_EQ(f->parameters()[1], Parameter{.name = "b"});
    EXPECT_EQ(f->parameters()[2], Parameter{.name = "c"});
}

TEST(Activation, refusesMoreParametersThanTheLanguageHas)
{
    std::string formula = "x", gradient = "1";
    for (char c = 'a'; c < 'a' + 10; ++c) {
        formula += std::string(" + k") + c;
        gradient += std::string(" + g") + c;
    }
    EXPECT_EQ(messageFor(definitionOf(formula)), "no error");
    EXPECT_THAT(messageFor(definitionOf(formula, {}, gradient)), HasSubstr("16 parameters"));
}

TEST(Activation, changesAValueWithoutCompilingAgain)
{
    const ActivationPtr f = make(definitionOf("a*x"));
    const ActivationPtr g = f->withValue("a", 2.5);
    EXPECT_EQ(&f->curves(), &g->curves());
    EXPECT_EQ(valueAt(*f, 2), 2);
    EXPECT_EQ(valueAt(*g, 2), 5);
}

TEST(Activation, servesSeveralThreadsThatAskFirstAtOnce)
{
    const ActivationPtr f =
        *makeActivation({.name = "f", .formula = "x*sigmoid(x)", .gradient = {}, .parameters = {}});
    constexpr std::size_t kThreads = 4;
    std::vector<const kernel::Program*> seen(kThreads);
    std::vector<double> slopes(kThreads);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < kThreads; ++i)
            threads.emplace_back([&, i] {
                const double x = 0;
                double value = 0, *places[] = {&value, &slopes[i]};
                seen[i] = &f->training();
                seen[i]->evaluate<double>(std::span(&x, 1), {}, places);
            });
    }
    EXPECT_EQ(std::ranges::count(seen, &f->training()), std::ssize(seen));
    EXPECT_EQ(slopes, std::vector<double>(kThreads, 0.5));
    EXPECT_EQ(&f->withName("g")->training(), &f->training());
}

TEST(Activation, keepsItsValuesWhenGivenNone)
{
    const ActivationPtr f = make(definitionOf("a*x"));
    EXPECT_EQ(f->withValue("b", 3)->definition(), f->definition());
    EXPECT_EQ(f->withValue("a", std::nan(""))->definition(), f->definition());
}

TEST(Activation, takesAnotherName)
{
    const ActivationPtr f = make(definitionOf("x"));
    EXPECT_EQ(f->withName(" other ")->name(), "other");
    EXPECT_EQ(f->withName(" ")->name(), "mine");
}

TEST(Activation, trainsWithAGradientOfItsOwn)
{
    const ActivationPtr f = make(definitionOf("{x > 0: 1, 0}", {}, " k*sigmoid(k*x)*sigmoid(-k*x) "));
    EXPECT_TRUE(f->hasOwnGradient());
    EXPECT_EQ(f->parameters().size(), 1U);
    EXPECT_EQ(valueAt(*f, 0, 1), 0.25);
    EXPECT_EQ(expr::print(f->trueDerivative()), "0");
    EXPECT_NEAR(valueAt(*f, 0.5, 2), (valueAt(*f, 0.500001, 1) - valueAt(*f, 0.499999, 1)) / 2e-6, 1e-8);
}

TEST(Activation, givesTheSlopeByEachLearnableParameter)
{
    const ActivationPtr f = make(definitionOf(
        "{x > 0: x, a*expm1(b*x)}", {{.name = "a", .value = 2, .learnable = true}, {.name = "b", .value = 3}}));
    ASSERT_EQ(f->training().outputCount(), 3U);
    const std::vector<double> x{-0.5, 1};
    std::vector<double> value(2), slope(2), byA(2);
    std::vector<double*> places{value.data(), slope.data(), byA.data()};
    f->training().evaluate<double>(x, f->parameterValues(), places);
    EXPECT_DOUBLE_EQ(byA[0], std::expm1(-1.5));
    EXPECT_EQ(byA[1], 0);
}

TEST(Activation, saysWhereAFormulaIsWrong)
{
    const auto made = makeActivation(definitionOf("x + tahn(x)"));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().span, (expr::Span{4, 8}));
    EXPECT_THAT(made.error().hint, HasSubstr("tanh"));
    EXPECT_EQ(made.error().part, Part::Formula);
}

TEST(Activation, saysWhichPartIsWrong)
{
    const auto partOf = [](Definition definition) {
        const auto made = makeActivation(std::move(definition));
        return made ? std::nullopt : std::optional(made.error().part);
    };
    EXPECT_EQ(partOf(definitionOf("x", {}, "1 +")), Part::Gradient);
    EXPECT_EQ(partOf(definitionOf("1 +", {}, "1 +")), Part::Formula);
    EXPECT_EQ(partOf(definitionOf("a*x", {{.name = "a", .value = std::nan("")}})), Part::Whole);
    EXPECT_EQ(partOf(definitionOf("x", {}, "1")), std::nullopt);
}

TEST(Activation, isBuiltFromCatalogueFunctions)
{
    const ActivationPtr f = make(definitionOf("elu(x, alpha=0.5) + gelu(2*x)"));
    EXPECT_TRUE(f->parameters().empty());
    EXPECT_DOUBLE_EQ(valueAt(*f, -1), 0.5 * std::expm1(-1.0) - std::erfc(std::sqrt(2.0)));
}

TEST(Activation, neverPoisonsASlopeWithAPieceThatIsNotSelected)
{
    const ActivationPtr f = make(definitionOf("{x > 0: sqrt(x), 0}"));
    EXPECT_EQ(valueAt(*f, 0, 1), 0);
    EXPECT_EQ(valueAt(*f, -1, 1), 0);
    EXPECT_EQ(valueAt(*make(definitionOf("where(x > 0, x, exp(x) - 1)")), 1000, 1), 1);
}

}  // namespace
}  // namespace actlab::activation
