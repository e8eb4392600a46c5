#include "core/analysis/cost.hpp"

#include "tests/core/analysis/activation_of.hpp"

namespace actlab::analysis {
namespace {

TEST(Cost, countsEveryOperationOnce)
{
    const auto relu = costOf(*activationOf("{x > 0: x, 0}"));
    EXPECT_EQ(relu.forward.comparisons, 2U) << "the condition and the choice";
    EXPECT_EQ(relu.forward.functions + relu.forward.arithmetic, 0U);
    EXPECT_EQ(relu.backward.comparisons, 3U) << "the condition is shared";
    const auto square = costOf(*activationOf("tanh(x)*tanh(x) + 1"));
    EXPECT_EQ(square.forward.functions, 1U);
    EXPECT_EQ(square.forward.arithmetic, 2U);
}

TEST(Cost, leavesOutWhatIsTheSameForAllElements)
{
    EXPECT_EQ(costOf(*activationOf("x*exp(a)")).forward.total(), 1U);
    EXPECT_EQ(costOf(*activationOf("3 + a + 0*x")).forward.functions, 0U);
}

TEST(Cost, countsTheGradientsOfLearnableParameters)
{
    const auto fixed = costOf(*activationOf("x*sigmoid(b*x)", {{"b", 1.0}}));
    const auto learned = costOf(*activationOf("x*sigmoid(b*x)", {{.name = "b", .learnable = true}}));
    EXPECT_EQ(fixed.forward.total(), learned.forward.total());
    EXPECT_GT(learned.backward.total(), fixed.backward.total());
}

}  // namespace
}  // namespace actlab::analysis
