#include "core/nn/hand_weights.hpp"

#include "tests/core/nn/example.hpp"

#include <gtest/gtest.h>

namespace actlab::nn {
namespace {

using testing::Example;

TEST(HandWeights, haveTheIndexTheyWereMadeOf)
{
    Example example(testing::activationOf("a*x", {{"a", 0.5, 0, 1, true}}));
    example.spec.hidden[0].batchNorm = true;
    const Layout layout = layoutOf(example.spec, example.data);
    std::size_t found = 0;
    for (std::size_t index = 0; index < layout.size; ++index) {
        const auto weight = handWeightAt(index, layout, 2);
        found += weight.has_value();
        EXPECT_EQ(weight ? indexOf(*weight, layout) : index, index);
    }
    EXPECT_EQ(found, 5 * 3 + 4 * 6 + 2 * 5U) << "what an activation learns and what normalises are none of them";
}

TEST(HandWeights, haveNoPlaceInALayerOfAnotherShape)
{
    Example example(testing::activationOf("tanh(x)"));
    const Layout layout = layoutOf(example.spec, example.data);
    const HandWeight weight{.layer = 1, .in = 5, .out = 4, .place = 3, .value = 2};
    EXPECT_EQ(indexOf(weight, layout), layout.layers[1].weights + 3);
    for (const HandWeight& other :
         {HandWeight{0, 5, 4, 3, 2}, {1, 4, 4, 3, 2}, {1, 5, 5, 3, 2}, {1, 5, 4, 24, 2}, {3, 5, 4, 3, 2}})
        EXPECT_EQ(indexOf(other, layout), std::nullopt);
    example.spec.handWeights = {weight, {1, 4, 4, 3, 2}};
    EXPECT_EQ(handWeightsWithoutPlace(example.spec, example.data), 1U);
}

TEST(HandWeights, takeThePlaceOfThoseDrawnAndOfNoOther)
{
    Example example(testing::activationOf("tanh(x)"));
    std::vector<float> expected = initialParameters(example.spec, example.data);
    const Layout layout = layoutOf(example.spec, example.data);
    example.spec.handWeights = {handWeightAt(layout.layers[1].bias + 2, layout, -3).value(), {7, 1, 1, 0, 9}};
    expected[layout.layers[1].bias + 2] = -3;
    EXPECT_EQ(initialParameters(example.spec, example.data), expected);
}

TEST(HandWeights, ofOnePlaceAreOne)
{
    std::vector<HandWeight> weights;
    setByHand(weights, {0, 2, 5, 1, 0.5F});
    setByHand(weights, {0, 2, 5, 2, 0.25F});
    setByHand(weights, {0, 2, 5, 1, 0.75F});
    EXPECT_EQ(weights, (std::vector<HandWeight>{{0, 2, 5, 1, 0.75F}, {0, 2, 5, 2, 0.25F}}));
}

}  // namespace
}  // namespace actlab::nn
