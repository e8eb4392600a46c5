#include "core/nn/edited_network.hpp"

#include "core/activation/catalogue.hpp"
#include "tests/core/nn/example.hpp"

#include <gtest/gtest.h>

namespace actlab::nn {
namespace {

using activation::findInCatalogue;
using activation::Scope;
using testing::activationOf;
using testing::Example;

/// The sentences of what an edit changes, joined; "nothing" where it does not.
std::string changesBy(const Edit& edit, const Example& example)
{
    const std::vector<float> parameters = initialParameters(example.spec, example.data);
    const auto next = editedNetwork({example.spec, example.data}, parameters, edit);
    if (!next)
        return "nothing";
    std::string all;
    for (const Mark& mark : next->marks)
        all += (all.empty() ? "" : "; ") + sentence(mark);
    return all;
}

activation::ActivationPtr scaled(double a, bool learnable = false, Scope scope = Scope::Layer)
{
    return activationOf("a*tanh(x)", {{"a", a, 0, 2, learnable, scope}});
}

TEST(EditedNetwork, saysWhatHasChanged)
{
    const Example plain(findInCatalogue("tanh")), own(scaled(0.5));
    EXPECT_EQ(changesBy(LearningRateEdit{0.003}, plain), "learning rate 0.01 → 0.003");
    EXPECT_EQ(changesBy(ActivationEdit{1, findInCatalogue("gelu")}, plain), "layer 2: Tanh → GELU");
    EXPECT_EQ(changesBy(ActivationEdit{0, scaled(0.25)}, own), "layer 1: a 0.5 → 0.25");
    EXPECT_EQ(changesBy(ActivationEdit{0, scaled(0.25, true)}, own), "layer 1: a 0.5 fixed → 0.25 learned");
    EXPECT_EQ(changesBy(ActivationEdit{0, activationOf("a*sin(x)", {{"a", 0.5, 0, 2}})}, own),
              "layer 1: another formula of test");
    EXPECT_EQ(changesBy(FreezeEdit{1, true}, plain), "layer 2 frozen");
    EXPECT_EQ(changesBy(FreezeEdit{2, true}, plain), "layer 3 frozen") << "the one that gives the outputs";
}

TEST(EditedNetwork, namesTheNumberThatIsSet)
{
    Example example(scaled(1, true, Scope::Channel));
    const std::vector<float> start = initialParameters(example.spec, example.data);
    const std::string was = changesBy(WeightEdit{3, 2}, example);  // two inputs, five units
    EXPECT_EQ(was.substr(0, was.find(':')), "layer 1, unit 2, input 2");
    const std::string bias = changesBy(WeightEdit{10, 2}, example);
    EXPECT_EQ(bias.substr(0, bias.find(':')), "layer 1, unit 1, bias");
    EXPECT_EQ(changesBy(WeightEdit{17, 2}, example), "layer 1, a, unit 3: 1 → 2");
    const std::string last = changesBy(WeightEdit{start.size() - 1, 2}, example);
    EXPECT_EQ(last.substr(0, last.find(':')), "layer 3, unit 2, bias");
}

TEST(EditedNetwork, namesTheNumbersOfBatchNormAndKeepsVariancesPositive)
{
    const Example example = with({true, false}, Example(scaled(1, true, Scope::Channel)));
    EXPECT_EQ(changesBy(WeightEdit{15, 2}, example), "layer 1, unit 1, scale: 1 → 2");
    EXPECT_EQ(changesBy(WeightEdit{21, 2}, example), "layer 1, unit 2, running mean: 0 → 2");
    EXPECT_EQ(changesBy(WeightEdit{27, 2}, example), "layer 1, unit 3, running variance: 1 → 2");
    EXPECT_EQ(changesBy(WeightEdit{27, -2}, example), "nothing");
    EXPECT_EQ(changesBy(WeightEdit{30, 2}, example), "layer 1, a, unit 1: 1 → 2");
}

TEST(EditedNetwork, refusesWhatTheNetworkDoesNotHave)
{
    const Example example(scaled(1));
    const std::size_t size = layoutOf(example.spec, example.data).size;
    EXPECT_EQ(changesBy(ActivationEdit{2, findInCatalogue("gelu")}, example), "nothing");
    EXPECT_EQ(changesBy(FreezeEdit{7, true}, example), "nothing");
    EXPECT_EQ(changesBy(WeightEdit{size, 1}, example), "nothing");
}

TEST(EditedNetwork, findsNothingToDoInWhatIsSoAlready)
{
    const Example example(scaled(1));
    EXPECT_EQ(changesBy(LearningRateEdit{example.spec.learningRate}, example), "nothing");
    EXPECT_EQ(changesBy(ActivationEdit{0, scaled(1)}, example), "nothing");
    EXPECT_EQ(changesBy(FreezeEdit{0, false}, example), "nothing");
}

TEST(EditedNetwork, letsALearnedValueGoOnUnlessThePersonMovesIt)
{
    const Example example(scaled(1, true));
    const Layout layout = layoutOf(example.spec, example.data);
    std::vector<float> parameters = initialParameters(example.spec, example.data);
    parameters[layout.learned[0].offset] = 0.7F;
    const auto valueAfter = [&](activation::ActivationPtr next) {
        const auto edited = editedNetwork({example.spec, example.data}, parameters, ActivationEdit{0, next}).value();
        return edited.parameters[layoutOf(edited.spec, example.data).learned[0].offset];
    };
    EXPECT_EQ(valueAfter(activationOf("a*sin(x)", {{"a", 1, 0, 2, true}})), 0.7F);
    EXPECT_EQ(valueAfter(scaled(0.25, true)), 0.25F);
    EXPECT_EQ(valueAfter(scaled(1, true, Scope::Channel)), 1) << "one value cannot go on as five";
}

TEST(EditedNetwork, saysFromWhatALearnedValueWasMoved)
{
    const Example example(scaled(1, true));
    std::vector<float> parameters = initialParameters(example.spec, example.data);
    parameters[layoutOf(example.spec, example.data).learned[0].offset] = 0.75F;
    const auto edited =
        editedNetwork({example.spec, example.data}, parameters, ActivationEdit{0, scaled(0.25, true)}).value();
    EXPECT_EQ(sentence(edited.marks.at(0)), "layer 1: a 0.75 → 0.25");
}

TEST(EditedNetwork, takesASharedValueApartWhereOneLayerLeaves)
{
    const Example example(scaled(1, true, Scope::Shared));
    std::vector<float> parameters = initialParameters(example.spec, example.data);
    parameters[layoutOf(example.spec, example.data).learned[0].offset] = 0.7F;
    const auto edited =
        editedNetwork({example.spec, example.data}, parameters, ActivationEdit{0, findInCatalogue("tanh")}).value();
    const Layout layout = layoutOf(edited.spec, example.data);
    ASSERT_EQ(layout.learned.size(), 1u);
    EXPECT_EQ(edited.parameters[layout.learned[0].offset], 0.7F);
    EXPECT_GT(layout.learned[0].offset, layout.layers[1].weights) << "it lies with layer 2 now";
}

}  // namespace
}  // namespace actlab::nn
