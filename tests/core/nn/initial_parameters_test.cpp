#include "core/nn/engine.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace actlab::nn {
namespace {

/// A digits network of one kind of layer, wide enough for statistics.
TrainingSpec wideSpec(Init init, const activation::ActivationPtr& activation)
{
    TrainingSpec spec;
    spec.data.name = "digits";
    spec.init = init;
    spec.hidden = {{200, activation}, {200, activation}};
    return spec;
}

struct Started {
    TrainingSpec spec;
    data::Dataset data = data::load(spec.data).value();
    Layout layout = layoutOf(spec, data);
    std::vector<float> parameters = initialParameters(spec, data);

    std::span<const float> weights(std::size_t layer) const
    {
        const Layout::Dense& dense = layout.layers[layer];
        return std::span(parameters).subspan(dense.weights, dense.in * dense.out);
    }
    std::span<const float> biases(std::size_t layer) const
    {
        return std::span(parameters).subspan(layout.layers[layer].bias, layout.layers[layer].out);
    }
};

double variance(std::span<const float> values)
{
    double sum = 0, squares = 0;
    for (const float value : values) {
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const auto count = static_cast<double>(values.size());
    return squares / count - sum * sum / count / count;
}

float largest(std::span<const float> values)
{
    float most = 0;
    for (const float value : values)
        most = std::max(most, std::abs(value));
    return most;
}

TEST(InitialParameters, areTheSameForTheSameSeed)
{
    const auto relu = activation::findInCatalogue("relu");
    for (const Init init : {Init::Auto, Init::Playground, Init::Kaiming, Init::Xavier}) {
        const Started first{wideSpec(init, relu)};
        EXPECT_EQ(first.parameters, Started{wideSpec(init, relu)}.parameters);
        TrainingSpec other = wideSpec(init, relu);
        other.seed = 2;
        EXPECT_NE(first.parameters, Started{other}.parameters);
    }
}

TEST(InitialParameters, ofThePlaygroundAreUniformWithBiasesOfATenth)
{
    const Started started{wideSpec(Init::Playground, activation::findInCatalogue("tanh"))};
    EXPECT_LE(largest(started.weights(1)), 0.5F);
    EXPECT_NEAR(variance(started.weights(1)), 1.0 / 12, 0.003);
    EXPECT_TRUE(std::ranges::all_of(started.biases(1), [](float bias) { return bias == 0.1F; }));
}

TEST(InitialParameters, ofKaimingAndXavierHaveTheirVariances)
{
    const auto relu = activation::findInCatalogue("relu");
    const Started kaiming{wideSpec(Init::Kaiming, relu)}, xavier{wideSpec(Init::Xavier, relu)};
    EXPECT_NEAR(variance(kaiming.weights(1)), 2.0 / 200, 0.0004);
    EXPECT_NEAR(variance(xavier.weights(1)), 2.0 / 400, 0.0002);
    EXPECT_EQ(largest(kaiming.biases(0)), 0);
    EXPECT_EQ(largest(xavier.biases(0)), 0);
}

TEST(InitialParameters, followTheGainOfTheActivationThatFeedsTheLayer)
{
    const Started relu{wideSpec(Init::Auto, activation::findInCatalogue("relu"))};
    const Started tanh{wideSpec(Init::Auto, activation::findInCatalogue("tanh"))};
    EXPECT_NEAR(variance(relu.weights(1)) * 200, 2, 0.08);
    EXPECT_NEAR(variance(tanh.weights(1)) * 200, 1 / 0.3943, 0.1);  // E[tanh(z)^2] = 0.3943
    EXPECT_TRUE(std::ranges::equal(relu.weights(0), tanh.weights(0))) << "the same start for both";
}

TEST(InitialParameters, areTheSameNumbersWithAndWithoutBatchNorm)
{
    TrainingSpec spec = wideSpec(Init::Auto, activation::findInCatalogue("tanh"));
    const Started plain{spec};
    for (Layer& layer : spec.hidden)
        layer.batchNorm = true;
    const Started normalised{spec};
    for (std::size_t layer = 0; layer < 3; ++layer) {
        EXPECT_TRUE(std::ranges::equal(plain.weights(layer), normalised.weights(layer)));
        EXPECT_TRUE(std::ranges::equal(plain.biases(layer), normalised.biases(layer)));
    }
}

TEST(InitialParameters, keepTheVarianceOfWhatLayersReadBehindResidualLinks)
{
    TrainingSpec spec = wideSpec(Init::Auto, activation::findInCatalogue("tanh"));
    spec.hidden.resize(3, spec.hidden.front());
    spec.hidden[1].residual = spec.hidden[2].residual = true;
    const double one = 0.3943;  // E[tanh(z)^2]
    const Started started{spec};
    EXPECT_NEAR(variance(started.weights(1)) * 200 * one, 1, 0.05);
    EXPECT_NEAR(variance(started.weights(2)) * 200 * 2 * one, 1, 0.05);
    EXPECT_NEAR(variance(started.weights(3)) * 200 * 3 * one, 1, 0.1);
}

TEST(InitialParameters, scaleTheFirstLayerToItsInputs)
{
    const Started started{wideSpec(Init::Auto, activation::findInCatalogue("relu"))};
    double squares = 0;
    for (const float x : started.data.train.inputs)
        squares += static_cast<double>(x) * x;
    const double meanSquare = squares / static_cast<double>(started.data.train.inputs.size());
    EXPECT_NEAR(variance(started.weights(0)) * 64 * meanSquare, 1, 0.05);
}

TEST(InitialParameters, areFiniteForActivationsWithoutAGain)
{
    for (const char* formula : {"0", "1", "exp(x^2)", "1/x", "log(x)", "1e30*x"}) {
        const auto made = activation::makeActivation({"odd", formula, "", {}});
        ASSERT_TRUE(made) << formula;
        const Started started{wideSpec(Init::Auto, *made)};
        EXPECT_TRUE(std::ranges::all_of(started.parameters, [](float p) { return std::isfinite(p); })) << formula;
        EXPECT_LT(largest(started.parameters), 10) << formula;
    }
}

TEST(InitialParameters, startLearnableOnesAtTheirValues)
{
    const auto made = activation::makeActivation(
        {"mine", "a*x + b*x^2 + c", "", {{"a", 2, -5, 5, true}, {"b", 3, -5, 5, false}, {"c", 0.5, -5, 5, true}}});
    ASSERT_TRUE(made);
    const Started started{wideSpec(Init::Auto, *made)};
    const std::size_t at = started.layout.layers[1].activation;
    EXPECT_EQ(started.layout.layers[1].activationCount, 2u);
    EXPECT_EQ(started.parameters[at], 2);
    EXPECT_EQ(started.parameters[at + 1], 0.5F);
}

}  // namespace
}  // namespace actlab::nn
