#include "core/torch/engine.hpp"

#include "tests/core/torch/formulas.hpp"
#include "tests/core/torch/problems.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace actlab::torch_room {
namespace {

using testing::activationOf;
using testing::Example;

std::vector<std::size_t> firstRows(std::size_t count)
{
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

std::vector<double> losses(nn::Engine& engine, std::size_t steps)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < steps; ++i)
        all.push_back(engine.step(firstRows(10)));
    return all;
}

TEST(Engine, givesTheSameNumbersBitForBit)
{
    const Example example(activationOf("x*sigmoid(x)"));
    const auto first = example.engine(), second = example.engine();
    EXPECT_EQ(losses(*first, 30), losses(*second, 30));
    EXPECT_EQ(first->parameters(), second->parameters());
    EXPECT_EQ(first->name(), "torch");
}

TEST(Engine, takesNoPartOfTheNetworkAwayWhereItMeasures)
{
    Example example(activationOf("tanh(x)"));
    const double whole = example.engine()->evaluate(example.data.train).loss;
    example.spec.dropout = 0.5;
    const auto engine = example.engine();
    EXPECT_EQ(engine->evaluate(example.data.train).loss, whole);
    EXPECT_NE(engine->step(firstRows(200)), example.engine()->evaluate(example.data.train).loss);
}

TEST(Engine, learnsTheParameterOfAnActivation)
{
    const Example example(activationOf("{x > 0: x, a*x}", {{"a", 0.25, 0, 1, true}}));
    const auto engine = example.engine();
    const std::size_t place = nn::layoutOf(example.spec, example.data).layers[0].activation;
    EXPECT_EQ(engine->parameters()[place], 0.25f);
    losses(*engine, 20);
    EXPECT_NE(engine->parameters()[place], 0.25f);
}

TEST(Engine, trainsAStepFunctionByItsOwnGradientOnly)
{
    const Example dead(activationOf("x > 0"));
    const Example alive(activationOf("x > 0", {}, "exp(-x*x)"));
    for (const Example* example : {&dead, &alive}) {
        const auto engine = example->engine();
        const std::vector<float> before = engine->parameters();
        losses(*engine, 5);
        EXPECT_EQ(engine->parameters()[0] != before[0], example == &alive);
    }
}

TEST(Engine, measuresTheLossOfABatchBeforeItsStep)
{
    const Example example(activationOf("tanh(x)"));
    const auto engine = example.engine();
    const double before = engine->evaluate(example.data.train).loss;
    EXPECT_NEAR(engine->step(firstRows(example.data.train.rows())), before, 1e-6);
    EXPECT_LT(engine->evaluate(example.data.train).loss, before);
}

TEST(Engine, answersATwoClassNetworkBetweenMinusOneAndOne)
{
    Example example(activationOf("100*x"));
    example.spec.loss = nn::Loss::MeanSquared;
    const auto engine = example.engine();
    const std::vector<float> answers = engine->predict(example.data.train.inputs);
    ASSERT_EQ(answers.size(), example.data.train.rows());
    for (const float answer : answers)
        EXPECT_LE(std::abs(answer), 1);
}

TEST(Engine, answersMoreRowsThanItComputesAtOnce)
{
    const Example example(activationOf("tanh(x)"));
    const auto engine = example.engine();
    std::vector<float> inputs;
    for (std::size_t i = 0; i < 20'000; ++i)
        inputs.push_back(static_cast<float>(i % 14) / 7 - 1);
    const std::vector<float> answers = engine->predict(inputs);
    ASSERT_EQ(answers.size(), inputs.size());
    EXPECT_FLOAT_EQ(answers[14], answers[0]);
    EXPECT_FLOAT_EQ(answers[14 * 1300], answers[0]);
}

TEST(Engine, takesParametersAndGivesThemBack)
{
    const Example example(activationOf("tanh(x)"));
    const auto engine = example.engine();
    const std::vector<float> start = engine->parameters();
    const std::vector<double> first = losses(*engine, 1);
    engine->setParameters(start);
    EXPECT_EQ(losses(*engine, 1), first);
    EXPECT_THROW(engine->setParameters(std::vector<float>(3)), std::runtime_error);
}

TEST(Engine, standsStillAtLearningRateZero)
{
    const Example example(activationOf("tanh(x)"));
    const auto engine = example.engine();
    engine->setLearningRate(0);
    const std::vector<float> before = engine->parameters();
    losses(*engine, 3);
    EXPECT_EQ(engine->parameters(), before);
}

TEST(Engine, saysInOneLineWhatDoesNotFit)
{
    const Example example(activationOf("tanh(x)"));
    try {
        makeEngine({example.spec, example.data}, std::vector<float>(7));
        FAIL() << "no exception";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "The parameters do not fit the network.");
    }
}

/// The figure stands in the test's output; the bound is far below it, for busy machines.
}  // namespace
}  // namespace actlab::torch_room
