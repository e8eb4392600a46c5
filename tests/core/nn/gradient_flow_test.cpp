#include "core/nn/gradient_flow.hpp"

#include "core/nn/fused_engine.hpp"
#include "tests/core/nn/example.hpp"

#include <gtest/gtest.h>

namespace actlab::nn {
namespace {

using testing::activationOf;
using testing::Example;

TEST(LossGradient, isTheSlopeOfTheLoss)
{
    for (const std::size_t classes : {0, 2, 3}) {
        const Example example(activationOf("a*x*sigmoid(x)", {{"a", 1.25, 0, 2, true}}), classes);
        const Problem problem{example.spec, example.data};
        std::vector<float> parameters = initialParameters(example.spec, example.data);
        const std::vector<float> gradient = lossGradient(problem, parameters, 1'000);
        ASSERT_EQ(gradient.size(), parameters.size());
        const auto lossAt = [&](std::size_t index, float by) {
            std::vector<float> moved = parameters;
            moved[index] += by;
            return makeFusedEngine(problem, moved)->evaluate(example.data.train).loss;
        };
        constexpr float kStep = 1e-2F;
        for (std::size_t i = 0; i < parameters.size(); ++i)
            EXPECT_NEAR(gradient[i], (lossAt(i, kStep) - lossAt(i, -kStep)) / (2 * kStep), 2e-3)
                << "parameter " << i << " with " << classes << " classes";
    }
}

TEST(LossGradient, isOfSoManyRowsAndWithoutDropout)
{
    Example example(activationOf("tanh(x)"));
    const std::vector<float> parameters = initialParameters(example.spec, example.data);
    const std::vector<float> whole = lossGradient({example.spec, example.data}, parameters, 1'000);
    const std::vector<float> part = lossGradient({example.spec, example.data}, parameters, 50);
    EXPECT_NE(whole, part);
    example.spec.dropout = 0.5;
    EXPECT_EQ(lossGradient({example.spec, example.data}, parameters, 50), part);
    example.data.train.inputs.resize(2 * 50);
    example.data.train.targets.resize(50);
    EXPECT_EQ(lossGradient({example.spec, example.data}, parameters, 1'000), part);
}

TEST(GradientFlow, saysByHowMuchOfTheirLengthTheWeightsMoveAStep)
{
    const Example example(activationOf("tanh(x)"));
    const Problem problem{example.spec, example.data};
    const std::vector<float> before = initialParameters(example.spec, example.data);
    std::vector<float> now = before;
    const Layout::Dense second = layoutOf(example.spec, example.data).layers[1];
    for (std::size_t i = 0; i < second.in * second.out; ++i)
        now[second.weights + i] *= 2;
    const auto flow = gradientFlow(problem, {15, now}, Look{10, before}, 100);
    ASSERT_EQ(flow.size(), 3u);
    EXPECT_EQ(flow[0].update, 0);
    EXPECT_NEAR(flow[1].update.value(), 0.5 / 5, 1e-6);
    EXPECT_FALSE(gradientFlow(problem, {15, now}, {}, 100)[1].update);
    EXPECT_FALSE(gradientFlow(problem, {15, now}, Look{15, before}, 100)[1].update);
    EXPECT_TRUE(gradientFlow(problem, {15, std::span(now).first(3)}, {}, 100).empty());
}

TEST(GradientFlow, callsOutWhereItVanishesOrExplodes)
{
    Example example(activationOf("x"));
    const auto stateWith = [&](const char* formula) {
        example.spec.hidden.assign(8, {8, activationOf(formula)});
        const std::vector<float> parameters = initialParameters(example.spec, example.data);
        return stateOf(gradientFlow({example.spec, example.data}, {0, parameters}, {}, 200));
    };
    EXPECT_EQ(stateWith("sigmoid(x)"), FlowState::Vanishing);
    EXPECT_EQ(stateWith("tanh(x)"), FlowState::Even);
    EXPECT_EQ(stateWith("sin(30*x)"), FlowState::Exploding);
}

}  // namespace
}  // namespace actlab::nn
