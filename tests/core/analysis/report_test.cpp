#include "core/analysis/report.hpp"

#include "core/activation/catalogue.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <gmock/gmock.h>

namespace actlab::analysis {
namespace {

using testing::HasSubstr;

std::string obstacle(const std::string& formula, const std::string& gradient = "")
{
    return checkActivation(*activationOf(formula, {}, gradient)).obstacle.value_or("");
}

TEST(Report, saysWhatCannotTrain)
{
    EXPECT_THAT(obstacle("{x > 0: 1, 0}"), HasSubstr("gradient is 0 everywhere"));
    EXPECT_THAT(obstacle("3"), HasSubstr("gradient is 0 everywhere"));
    EXPECT_THAT(obstacle("log(x)"), HasSubstr("value is NaN"));
    EXPECT_THAT(obstacle("sqrt(abs(x))"), HasSubstr("gradient is NaN at 0"));
    EXPECT_THAT(obstacle("1/x"), HasSubstr("too large"));
}

TEST(Report, letsTrainWhatCan)
{
    EXPECT_EQ(obstacle("relu(x)"), "");
    EXPECT_EQ(obstacle("x*tanh(exp(x))"), "") << "it fails only far out";
    EXPECT_EQ(obstacle("{x > 0: 1, 0}", "sigmoid(x)*sigmoid(-x)"), "") << "a surrogate gradient";
}

TEST(Report, namesCopiesWithoutNamingTheActivationItself)
{
    const auto telu = checkActivation(*activationOf("x*tanh(exp(x))"));
    ASSERT_FALSE(telu.sameAs.empty());
    EXPECT_EQ(telu.sameAs[0].row->name(), "TanhExp");
    EXPECT_LT(telu.sameAs[0].distance, 1e-9);
    const auto mish = checkActivation(*activation::findInCatalogue("mish"));
    for (const auto& member : mish.sameAs)
        EXPECT_NE(member.row->name(), "Mish");
}

TEST(Report, keepsTheAuthorsGradientApart)
{
    const auto report = checkActivation(*activationOf("sign(x)", {}, "abs(x) < 1 ? 1 : 0"));
    EXPECT_FALSE(report.gradient.passed);
    EXPECT_TRUE(report.derivative.passed);
    ASSERT_EQ(report.differs.size(), 1U);
    EXPECT_EQ(report.differs[0], (Interval{-1, 1}));
}

TEST(Report, isLeftUnfinishedWhenAskedToStop)
{
    std::stop_source stop;
    stop.request_stop();
    const auto report = checkActivation(*activation::findInCatalogue("mish"), std::nullopt, stop.get_token());
    EXPECT_EQ(report.facts.continuity, "");
    EXPECT_EQ(report.sameAs.size(), 0U);
    EXPECT_EQ(report.cost.forward.total(), 0U);
}

}  // namespace
}  // namespace actlab::analysis
