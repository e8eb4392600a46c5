#include "core/torch/activation_bench.hpp"

#include "tests/core/torch/formulas.hpp"

#include "core/activation/catalogue.hpp"

#include <ATen/Parallel.h>
#include <gtest/gtest.h>

namespace actlab::torch_room {
namespace {

using testing::activationOf;

analysis::ActivationTiming timingOf(const activation::ActivationPtr& activation, std::size_t size = 64)
{
    return timeActivation(activation, std::vector{size}, 1).at(0);
}

TEST(ActivationBench, knowsTheBuiltinOfTheCatalogue)
{
    const auto timing = timingOf(activation::findInCatalogue("gelu"), 17);
    EXPECT_EQ(timing.size, 17U);
    for (const analysis::PassTiming& pass : {timing.forward, timing.both}) {
        ASSERT_TRUE(pass.builtin && pass.overBuiltin);
        for (const analysis::Spread& spread :
             {pass.kernel, pass.composed, *pass.builtin, pass.overComposed, *pass.overBuiltin}) {
            EXPECT_GT(spread.least, 0);
            EXPECT_LE(spread.least, spread.median);
            EXPECT_LE(spread.median, spread.greatest);
        }
    }
}

TEST(ActivationBench, leavesOutABuiltinThatIsAnotherFunction)
{
    EXPECT_FALSE(timingOf(activation::findInCatalogue("sine")->withValue("omega", 2)).both.builtin);
    EXPECT_FALSE(timingOf(activationOf("x*sigmoid(x)")).both.builtin);
}

TEST(ActivationBench, measuresAnAuthorsGradientWhatIsLearnedAndWhatHasNoSlope)
{
    const auto surrogate = activation::makeActivation(
        {.name = "spike", .formula = "{x > 0: 1, 0}", .gradient = "exp(-x^2)", .parameters = {}});
    for (const auto& f : {*surrogate, activation::findInCatalogue("prelu"), activationOf("sign(x)"),
                          activationOf("7"), activationOf("{x > 0: log(x), x}")})
        EXPECT_GT(timingOf(f, 33).both.kernel.median, 0) << f->definition().formula;
}

TEST(ActivationBench, leavesOutWhatItIsNotThroughWithWhenAskedToStop)
{
    std::stop_source stop;
    stop.request_stop();
    const std::vector<std::size_t> sizes{1, 64};
    EXPECT_TRUE(timeActivation(activation::findInCatalogue("relu"), sizes, 1, stop.get_token()).empty());
}

TEST(ActivationBench, leavesTheNumberOfThreadsAsItWas)
{
    const int before = at::get_num_threads();
    timeActivation(activation::findInCatalogue("relu"), std::vector<std::size_t>{1, 40'000}, 2);
    EXPECT_EQ(at::get_num_threads(), before);
}

}  // namespace
}  // namespace actlab::torch_room
