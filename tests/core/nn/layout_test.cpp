#include "core/nn/engine.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

namespace actlab::nn {
namespace {

data::Dataset dataOf(const std::string& name)
{
    data::DataSpec spec;
    spec.name = name;
    return data::load(spec).value();
}

activation::ActivationPtr withLearnable()
{
    return activation::makeActivation(
               {"mine", "a*x + b*x^2 + c", "", {{"a", 2, -5, 5, true}, {"c", 0.5, -5, 5, true}}})
        .value();
}

TEST(Outputs, followLossAndTask)
{
    EXPECT_EQ(outputCount(Loss::MeanSquared, dataOf("circle")), 1u);
    EXPECT_EQ(outputCount(Loss::CrossEntropy, dataOf("circle")), 2u);
    EXPECT_EQ(outputCount(Loss::CrossEntropy, dataOf("digits")), 10u);
    EXPECT_EQ(outputCount(Loss::MeanSquared, dataOf("digits")), 10u);
    EXPECT_EQ(outputCount(Loss::MeanSquared, dataOf("sine")), 1u);
}

TEST(Layout, putsOneTensorAfterTheOther)
{
    TrainingSpec spec;
    spec.hidden = {{4, withLearnable()}, {3, activation::findInCatalogue("tanh")}};
    const Layout layout = layoutOf(spec, dataOf("circle"));
    ASSERT_EQ(layout.layers.size(), 3u);
    std::size_t next = 0;
    const std::size_t widths[] = {2, 4, 3, 2}, learnable[] = {2, 0, 0};
    for (std::size_t i = 0; i < 3; ++i) {
        const Layout::Dense& layer = layout.layers[i];
        EXPECT_EQ(layer.in, widths[i]);
        EXPECT_EQ(layer.out, widths[i + 1]);
        EXPECT_EQ(layer.weights, next);
        EXPECT_EQ(layer.bias, layer.weights + layer.in * layer.out);
        EXPECT_EQ(layer.activation, layer.bias + layer.out);
        EXPECT_EQ(layer.activationCount, learnable[i]);
        next = layer.activation + layer.activationCount;
    }
    EXPECT_EQ(layout.size, next);
}

TEST(Layout, ofANetworkWithoutHiddenLayersIsItsOutput)
{
    const Layout layout = layoutOf({}, dataOf("digits"));
    ASSERT_EQ(layout.layers.size(), 1u);
    EXPECT_EQ(layout.size, 650u);
}

}  // namespace
}  // namespace actlab::nn
