#include "core/analysis/stable_proposal.hpp"

#include "activation_of.hpp"

#include <gtest/gtest.h>

namespace actlab::analysis {
namespace {

TEST(StableProposal, provesThatBothSpellingsAreOneFunction)
{
    const auto found = proposeStable(*activationOf("2*log(1 + exp(a*x))", {{.name = "a", .value = 2}}));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->spelling.formula, "2*softplus(a*x, threshold=40)");
    EXPECT_TRUE(found->whole.isGood());
    ASSERT_EQ(found->parts.size(), 1U);
    ASSERT_TRUE(found->parts[0].single);
    EXPECT_NEAR(found->parts[0].single->x.low, 44.361, 1e-2);
}

TEST(StableProposal, measuresEachPartByItself)
{
    const auto found = proposeStable(*activationOf("{x > 0: x, exp(x) - 1} + log(1 + exp(x))"));
    ASSERT_TRUE(found);
    ASSERT_EQ(found->parts.size(), 2U);
    EXPECT_EQ(found->parts[0].single->failure, Failure::Digits);
    EXPECT_EQ(found->parts[1].single->failure, Failure::Value);
}

TEST(StableProposal, saysNothingOfStableFormulas)
{
    EXPECT_FALSE(proposeStable(*activationOf("softplus(x)")));
    EXPECT_FALSE(proposeStable(*activationOf("{x < 0: 0.1*x, x < 1: x, 1}")));
}

TEST(StableProposal, saysNothingWhereNothingCanBeCompared)
{
    EXPECT_FALSE(proposeStable(*activationOf("sqrt(-1 - x^2) + exp(x) - 1")));
}

}  // namespace
}  // namespace actlab::analysis
