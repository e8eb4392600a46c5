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

TEST(Layout, countsTheRunningNumbersAsKeptButNotAsLearned)
{
    TrainingSpec spec;
    spec.hidden = {{4, withLearnable()}, {3, activation::findInCatalogue("tanh")}};
    const Layout plain = layoutOf(spec, dataOf("circle"));
    EXPECT_EQ(learnableCount(plain), plain.size);
    spec.hidden.front().batchNorm = true;
    const Layout normalised = layoutOf(spec, dataOf("circle"));
    EXPECT_EQ(normalised.size, plain.size + 3 * 4) << "scales, means and variances";
    EXPECT_EQ(learnableCount(normalised), plain.size + 4) << "the scales";
}

/// A shared a, a c for each channel and a d for each layer.
activation::ActivationPtr withScopes()
{
    using enum activation::Scope;
    return activation::makeActivation(
               {"mine",
                "c*x + d*x^2 + a",
                "",
                {{"c", 2, -5, 5, true, Channel}, {"d", 1, -5, 5, true, Layer}, {"a", 0.5, -5, 5, true, Shared}}})
        .value();
}

TEST(Layout, letsLayersWithTheSameActivationShareAValueAndGivesChannelsTheirOwn)
{
    TrainingSpec spec;
    spec.hidden = {{4, withScopes()}, {5, activation::findInCatalogue("tanh")}, {3, withScopes()}};
    const auto data = dataOf("circle");
    const Layout layout = layoutOf(spec, data);
    EXPECT_EQ(layout.layers[0].activationCount, 4U + 1 + 1);
    EXPECT_EQ(layout.layers[2].activationCount, 3U + 1) << "the shared one lies with the first layer";
    EXPECT_EQ(layout.layers[0].learned, (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(layout.layers[2].learned, (std::vector<std::size_t>{3, 4, 2})) << "in the order of the parameters";
    EXPECT_EQ(layout.learned[2].offset, layout.layers[0].activation + 5);
    EXPECT_EQ(layout.learned[3].offset, layout.layers[2].activation);
    EXPECT_EQ(layout.learned[3].count, 3U);

    const std::vector<float> first = initialParameters(spec, data);
    ASSERT_EQ(first.size(), layout.size);
    const std::vector<float> own(first.end() - static_cast<long>(layout.size - layout.layers[2].activation),
                                 first.end());
    EXPECT_EQ(std::vector<float>(own.begin(), own.begin() + 4), (std::vector<float>{2, 2, 2, 1}));
}

TEST(Layout, putsTheNumbersOfBatchNormBehindTheBias)
{
    TrainingSpec spec;
    spec.hidden = {{4, withLearnable(), false, true}, {4, withLearnable(), false, false, true}};
    const auto data = dataOf("circle");
    const Layout layout = layoutOf(spec, data);
    const Layout::Dense& first = layout.layers[0];
    ASSERT_TRUE(first.norm);
    EXPECT_EQ(first.norm->scale, first.bias + 4);
    EXPECT_EQ(first.norm->mean, first.bias + 8);
    EXPECT_EQ(first.norm->variance, first.bias + 12);
    EXPECT_EQ(first.activation, first.bias + 16);
    EXPECT_EQ(layout.layers[1].weights, first.activation + 2);
    EXPECT_FALSE(layout.layers[1].norm);
    EXPECT_FALSE(first.residual);
    EXPECT_TRUE(layout.layers[1].residual);

    const std::vector<float> start = initialParameters(spec, data);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(start[first.norm->scale + i], 1);
        EXPECT_EQ(start[first.norm->mean + i], 0);
        EXPECT_EQ(start[first.norm->variance + i], 1);
    }
}

TEST(Layout, ofANetworkWithoutHiddenLayersIsItsOutput)
{
    const Layout layout = layoutOf({}, dataOf("digits"));
    ASSERT_EQ(layout.layers.size(), 1u);
    EXPECT_EQ(layout.size, 650u);
}

}  // namespace
}  // namespace actlab::nn
