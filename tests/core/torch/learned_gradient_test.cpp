// What training does to learnable parameters, by scope: beside central differences, and to each other.
#include "core/nn/learned.hpp"
#include "tests/core/torch/formulas.hpp"
#include "tests/core/torch/problems.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace actlab::torch_room {
namespace {

using testing::Example;

constexpr double kRate = 1e-3;

/// Smooth, so that differences tell its slopes; both parameters learned in this scope.
Example exampleOf(activation::Scope scope)
{
    Example example(
        testing::activationOf("a*x*sigmoid(b*x)", {{"a", 1.25, 0, 2, true, scope}, {"b", 0.75, 0, 2, true, scope}}));
    example.spec.optimizer = nn::Optimizer::Sgd;
    example.spec.learningRate = kRate;
    return example;
}

std::vector<std::size_t> allRows(const Example& example)
{
    std::vector<std::size_t> rows(example.data.train.rows());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

double lossAt(const Example& example, std::vector<float> parameters)
{
    return makeEngine({example.spec, example.data}, std::move(parameters))->evaluate(example.data.train).loss;
}

double differenceAt(const Example& example, const std::vector<float>& parameters, std::size_t place)
{
    constexpr float kStep = 1.0F / 128;
    std::vector<float> above = parameters, below = parameters;
    above[place] += kStep;
    below[place] -= kStep;
    return (lossAt(example, above) - lossAt(example, below)) / (2 * static_cast<double>(kStep));
}

class EveryScope : public ::testing::TestWithParam<activation::Scope> {};

TEST_P(EveryScope, hasTheGradientThatDifferencesOfTheLossTell)
{
    const Example example = exampleOf(GetParam());
    const auto engine = example.engine();
    const std::vector<float> before = engine->parameters();
    engine->step(allRows(example));
    const std::vector<float> after = engine->parameters();
    for (const auto& learned : nn::layoutOf(example.spec, example.data).learned)
        for (std::size_t k = learned.offset; k < learned.offset + learned.count; ++k) {
            const double gradient = (static_cast<double>(before[k]) - after[k]) / kRate;
            EXPECT_NEAR(gradient, differenceAt(example, before, k), 1e-3) << "parameter " << k;
            EXPECT_GT(std::abs(gradient), 1e-5) << "parameter " << k << " is learned";
        }
}

INSTANTIATE_TEST_SUITE_P(Learned, EveryScope,
                         ::testing::Values(activation::Scope::Shared, activation::Scope::Layer,
                                           activation::Scope::Channel));

/// The values of the first learnable parameter of each layer after some steps.
std::vector<std::vector<float>> learnedIn(const Example& example)
{
    const auto engine = example.engine();
    for (int i = 0; i < 20; ++i)
        engine->step(allRows(example));
    const std::vector<float> parameters = engine->parameters();
    const nn::Layout layout = nn::layoutOf(example.spec, example.data);
    std::vector<std::vector<float>> values;
    for (std::size_t layer = 0; layer < example.spec.hidden.size(); ++layer) {
        const auto& learned = layout.learned[layout.layers[layer].learned[0]];
        const auto first = parameters.begin() + static_cast<long>(learned.offset);
        values.emplace_back(first, first + static_cast<long>(learned.count));
    }
    return values;
}

TEST(LearnedValues, areOneForAllLayersOrOneALayerOrOneForEveryChannel)
{
    using enum activation::Scope;
    const auto shared = learnedIn(exampleOf(Shared)), own = learnedIn(exampleOf(Layer)),
               channels = learnedIn(exampleOf(Channel));
    EXPECT_EQ(shared[0], shared[1]);
    EXPECT_NE(own[0], own[1]);
    ASSERT_EQ(channels[0].size(), 5U);
    ASSERT_EQ(channels[1].size(), 4U);
    EXPECT_EQ(std::set<float>(channels[0].begin(), channels[0].end()).size(), 5U) << "each goes its own way";
}

}  // namespace
}  // namespace actlab::torch_room
