#include "core/analysis/agreement.hpp"

#include "core/activation/rule_text.hpp"
#include "core/activation/stabilize.hpp"
#include "core/activation/stable_rules.hpp"

#include "activation_of.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace actlab::analysis {
namespace {

Agreement comparisonOf(const std::string& before, const std::string& after)
{
    return compareSpellings(*activationOf(before), *activationOf(after));
}

TEST(Agreement, findsWhereLogOfExpOverflows)
{
    const Agreement found = comparisonOf("log(1 + exp(x))", "softplus(x, threshold=40)");
    EXPECT_LT(found.largestDifference, 1e-9);
    EXPECT_GT(found.compared, 3000U);
    EXPECT_TRUE(found.isGood());
    ASSERT_TRUE(found.single && found.twofold);
    EXPECT_EQ(found.single->failure, Failure::Value);
    EXPECT_NEAR(found.single->x.low, 88.7228, 1e-3);
    EXPECT_EQ(found.single->x.high, INFINITY);
    EXPECT_NEAR(found.twofold->x.low, 709.7827, 1e-3);
}

TEST(Agreement, findsGradientsThatAreNoNumbersWhereValuesAre)
{
    const Agreement found = comparisonOf("1/(1 + exp(-x))", "sigmoid(x)");
    ASSERT_TRUE(found.single && found.twofold);
    EXPECT_EQ(found.single->failure, Failure::Gradient);
    EXPECT_EQ(found.single->x.low, -INFINITY);
    EXPECT_LT(found.single->x.high, -44);
    EXPECT_GT(found.single->x.high, -88.8);
}

TEST(Agreement, findsWhereDigitsAreLost)
{
    const Agreement found = comparisonOf("exp(x) - 1", "expm1(x)");
    ASSERT_TRUE(found.single);
    EXPECT_EQ(found.single->failure, Failure::Digits);
    EXPECT_LT(std::abs(found.single->x.low), 1e-3);
    EXPECT_LT(std::abs(found.single->x.high), 1e-3);
    EXPECT_LT(found.largestDifference, 1e-9);
}

TEST(Agreement, saysThatTwoFunctionsAreNotOne)
{
    EXPECT_FALSE(comparisonOf("tanh(x)", "x").isGood());
    EXPECT_FALSE(comparisonOf("x", "1.01*x").isGood());
    EXPECT_NEAR(comparisonOf("x", "1.0001*x").largestDifference, 1e-4, 1e-6);
    EXPECT_FALSE(comparisonOf("sqrt(-1 - x^2)", "sqrt(-1 - x^2)").isGood());
}

TEST(Agreement, findsNothingWhereBothAreTheSame)
{
    const Agreement found = comparisonOf("tanh(x)", "tanh(x)");
    EXPECT_EQ(found.largestDifference, 0);
    EXPECT_FALSE(found.single || found.twofold);
}

TEST(Agreement, everyRuleAgreesAndMendsSomething)
{
    for (const activation::StableRule& rule : activation::stableRules()) {
        if (rule.stable.empty())
            continue;
        const expr::Bindings meaning{{"u", expr::variable()}, {"v", expr::number(0.75)}};
        const Agreement found = comparisonOf(activation::spelledOut(rule.unstable, meaning, ""),
                                             activation::spelledOut(rule.stable, meaning, ""));
        EXPECT_TRUE(found.isGood()) << rule.unstable << ": " << found.largestDifference;
        // PyTorch's gradient of this one is 0 times infinity; ours takes another way.
        if (rule.unstable != "u*tanh(log1p(exp(u)))") {
            EXPECT_TRUE(found.single) << rule.unstable << " never fails in float32";
        }
    }
}

}  // namespace
}  // namespace actlab::analysis
