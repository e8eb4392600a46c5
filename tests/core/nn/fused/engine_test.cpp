#include "core/nn/fused_engine.hpp"

#include "tests/core/nn/example.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace actlab::nn {
namespace {

using activation::Scope;
using testing::activationOf;
using testing::Example;

std::unique_ptr<Engine> engineOf(const Example& example)
{
    return makeFusedEngine({example.spec, example.data}, initialParameters(example.spec, example.data));
}

std::vector<std::size_t> firstRows(std::size_t count)
{
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

std::vector<double> losses(Engine& engine, std::size_t steps, std::size_t batch = 10)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < steps; ++i)
        all.push_back(engine.step(firstRows(batch)));
    return all;
}

/// Whether a number follows the batches and no gradient.
bool isRunning(const Layout& layout, std::size_t index)
{
    return std::ranges::any_of(layout.layers, [index](const Layout::Dense& dense) {
        return dense.norm && index >= dense.norm->mean && index < dense.activation;
    });
}

/// The gradient that one step of plain descent at rate 1 reveals, beside central differences of the loss that steps
/// at rate 0 tell.
void expectRightGradient(Example example, std::size_t tolerated = 0)
{
    example.spec.optimizer = Optimizer::Sgd;
    example.spec.learningRate = 1;
    const std::vector<float> start = initialParameters(example.spec, example.data);
    const auto engine = engineOf(example);
    engine->step(firstRows(example.data.train.rows()));
    const std::vector<float> moved = engine->parameters();
    const Layout layout = layoutOf(example.spec, example.data);
    engine->setLearningRate(0);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < start.size(); ++i) {
        if (isRunning(layout, i))
            continue;
        constexpr float kStep = 1.0F / 512;
        const auto lossAt = [&](float shift) {
            std::vector<float> shifted = start;
            shifted[i] += shift;
            engine->setParameters(shifted);
            return engine->step(firstRows(example.data.train.rows()));
        };
        const double slope = (lossAt(kStep) - lossAt(-kStep)) / (2 * static_cast<double>(kStep));
        wrong += std::abs(start[i] - moved[i] - slope) > 5e-4 * std::max(1.0, std::abs(slope));
    }
    EXPECT_LE(wrong, tolerated) << "of " << start.size();
}

TEST(FusedEngine, followsTheTrueGradientOfEveryLoss)
{
    for (const std::size_t classes : {0, 2, 3})
        for (const Loss loss : testing::lossesFor(classes)) {
            Example example(activationOf("x*sigmoid(x)"), classes);
            example.spec.loss = loss;
            expectRightGradient(example);
        }
}

TEST(FusedEngine, followsTheTrueGradientThroughBatchNormAndResidualLinks)
{
    for (const testing::Extras extras : testing::kExtras)
        for (const std::size_t classes : {0, 3}) {
            Example example =
                with(extras, Example(activationOf("a*x*sigmoid(x)", {{"a", 1.25, 0, 2, true}}), classes));
            example.spec.batch = example.data.train.rows();
            example.spec.hidden.push_back(example.spec.hidden.back());
            example.spec.hidden.push_back({3, activationOf("tanh(x)"), false, extras.batchNorm});
            expectRightGradient(example);
        }
}

TEST(FusedEngine, leavesNeuronsOutWhereItTrainsButNotWhereItMeasures)
{
    Example example(activationOf("tanh(x)"));
    const double whole = engineOf(example)->evaluate(example.data.train).loss;
    example.spec.dropout = 0.5;
    const auto engine = engineOf(example);
    EXPECT_EQ(engine->evaluate(example.data.train).loss, whole);
    EXPECT_GT(std::abs(engine->step(firstRows(200)) - whole), 1e-3);
}

TEST(FusedEngine, followsTheTrueGradientOfLearnableParametersOfEveryScope)
{
    for (const Scope scope : {Scope::Shared, Scope::Layer, Scope::Channel})
        expectRightGradient(Example(
            activationOf("a*x*sigmoid(b*x)", {{"a", 1.25, 0, 2, true, scope}, {"b", 0.75, 0, 2, true, scope}})));
}

TEST(FusedEngine, takesNetworksOfAnyDepthAndWidth)
{
    for (const std::vector<std::size_t>& widths :
         std::vector<std::vector<std::size_t>>{{}, {1}, {3, 17, 2}, {33, 16}, {2, 2, 2, 2, 2, 2}}) {
        Example example(activationOf("tanh(x)"), 3);
        example.spec.hidden.clear();
        for (const std::size_t width : widths)
            example.spec.hidden.push_back({width, activationOf("tanh(x)")});
        expectRightGradient(example);
    }
}

TEST(FusedEngine, givesTheSameNumbersBitForBit)
{
    const Example example(activationOf("x*sigmoid(x)"));
    const auto first = engineOf(example), second = engineOf(example);
    EXPECT_EQ(losses(*first, 30), losses(*second, 30));
    EXPECT_EQ(first->parameters(), second->parameters());
    EXPECT_EQ(first->name(), "fused");
}

TEST(FusedEngine, measuresTheLossOfABatchBeforeItsStep)
{
    for (const Loss loss : {Loss::MeanSquared, Loss::CrossEntropy}) {
        Example example(activationOf("tanh(x)"));
        example.spec.loss = loss;
        const auto engine = engineOf(example);
        const double before = engine->evaluate(example.data.train).loss;
        EXPECT_NEAR(engine->step(firstRows(example.data.train.rows())), before, 1e-6);
        EXPECT_LT(engine->evaluate(example.data.train).loss, before);
    }
}

TEST(FusedEngine, takesBatchesOfAnySize)
{
    const Example example(activationOf("tanh(x)"));
    const auto engine = engineOf(example);
    for (const std::size_t batch : {1, 15, 16, 17, 32, 33, 64, 100, 200})
        EXPECT_TRUE(std::isfinite(losses(*engine, 3, batch).back())) << batch;
    EXPECT_EQ(engine->step({}), 0);
}

TEST(FusedEngine, trainsAStepFunctionByItsOwnGradientOnly)
{
    const Example dead(activationOf("x > 0"));
    const Example alive(activationOf("x > 0", {}, "exp(-x*x)"));
    for (const Example* example : {&dead, &alive}) {
        const auto engine = engineOf(*example);
        const std::vector<float> before = engine->parameters();
        losses(*engine, 5);
        EXPECT_EQ(engine->parameters()[0] != before[0], example == &alive);
    }
}

/// Of the lanes without a row nothing may come that the rows do not bring: 1/x is infinite at 0.
TEST(FusedEngine, isNotHarmedByLanesWithoutARow)
{
    Example example(activationOf("1/x"));
    example.spec.hidden.resize(1);
    const auto engine = engineOf(example);
    std::vector<float> parameters = engine->parameters();
    const Layout layout = layoutOf(example.spec, example.data);
    std::fill_n(parameters.begin() + static_cast<std::ptrdiff_t>(layout.layers[0].bias), 5, 0.0f);
    engine->setParameters(parameters);
    engine->setLearningRate(0);
    losses(*engine, 1, 3);
    engine->setLearningRate(0.01);
    losses(*engine, 1, 3);
    for (const float value : engine->parameters())
        EXPECT_TRUE(std::isfinite(value));
}

TEST(FusedEngine, answersATwoClassNetworkBetweenMinusOneAndOne)
{
    Example example(activationOf("100*x"));
    example.spec.loss = Loss::MeanSquared;
    const auto engine = engineOf(example);
    const std::vector<float> answers = engine->predict(example.data.train.inputs);
    ASSERT_EQ(answers.size(), example.data.train.rows());
    for (const float answer : answers)
        EXPECT_LE(std::abs(answer), 1);
}

TEST(FusedEngine, answersEveryRowAlike)
{
    const Example example(activationOf("tanh(x)"), 3);
    const auto engine = engineOf(example);
    std::vector<float> inputs;
    for (std::size_t i = 0; i < 1'000; ++i)
        inputs.push_back(static_cast<float>(i % 14) / 7 - 1);
    const std::vector<float> answers = engine->predict(inputs);
    ASSERT_EQ(answers.size(), 1'500u);
    for (std::size_t i = 21; i < answers.size(); ++i)
        EXPECT_FLOAT_EQ(answers[i], answers[i - 21]);
    EXPECT_TRUE(engine->predict({}).empty());
}

TEST(FusedEngine, takesParametersAndGivesThemBack)
{
    const Example example(activationOf("tanh(x)"));
    const auto engine = engineOf(example);
    const std::vector<float> start = engine->parameters();
    const std::vector<double> first = losses(*engine, 1);
    engine->setParameters(start);
    EXPECT_EQ(losses(*engine, 1), first);
    EXPECT_THROW(engine->setParameters(std::vector<float>(3)), std::runtime_error);
    EXPECT_THROW(makeFusedEngine({example.spec, example.data}, std::vector<float>(7)), std::runtime_error);
}

TEST(FusedEngine, standsStillAtLearningRateZero)
{
    const Example example(activationOf("tanh(x)"));
    const auto engine = engineOf(example);
    engine->setLearningRate(0);
    const std::vector<float> before = engine->parameters();
    losses(*engine, 3);
    EXPECT_EQ(engine->parameters(), before);
}

TEST(FusedEngine, refusesAClassWithoutAnOutput)
{
    for (const Loss loss : {Loss::MeanSquared, Loss::CrossEntropy}) {
        Example example(activationOf("tanh(x)"), 3);
        example.spec.loss = loss;
        example.data.train.targets[2] = 3;
        const auto engine = engineOf(example);
        EXPECT_THROW(losses(*engine, 1), std::runtime_error);
    }
}

}  // namespace
}  // namespace actlab::nn
