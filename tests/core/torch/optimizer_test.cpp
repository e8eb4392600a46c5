#include "core/torch/optimizer.hpp"

#include <ATen/ATen.h>

#include <gtest/gtest.h>

#include <cmath>

namespace actlab::torch_room {
namespace {

/// One layer of two weights and a bias, learning rate 0.1.
struct Trial {
    explicit Trial(nn::Optimizer kind = nn::Optimizer::Sgd)
    {
        spec.optimizer = kind;
        spec.learningRate = 0.1;
        layout.layers.push_back({2, 1, 0, 2, 3, 0});
        layout.size = 3;
    }
    Optimizer optimizer() { return Optimizer(spec, layout, parameters, gradient); }

    nn::TrainingSpec spec;
    nn::Layout layout;
    std::vector<float> parameters{1, -2, 3}, gradient{0, 0, 0};
};

TEST(Optimizer, returnsTheLossAndEndsWithThePenalties)
{
    Trial trial;
    trial.spec.l2 = 0.5;
    Optimizer optimizer = trial.optimizer();
    EXPECT_EQ(optimizer.step([&] {
        trial.gradient = {1, 0, 1};
        return at::tensor(7.0f);
    }),
              7);
    EXPECT_FLOAT_EQ(trial.parameters[0], 1 - 0.1f - 0.1f * 0.5f * 1);
    EXPECT_FLOAT_EQ(trial.parameters[1], -2 + 0.1f * 0.5f * 2);
    EXPECT_FLOAT_EQ(trial.parameters[2], 3 - 0.1f);
}

TEST(Optimizer, clipsTheGradientByItsLength)
{
    Trial trial;
    trial.spec.clip = 0.5;
    Optimizer optimizer = trial.optimizer();
    optimizer.step([&] {
        trial.gradient = {3, 0, -4};
        return at::tensor(0.0f);
    });
    EXPECT_NEAR(trial.parameters[0], 1 - 0.1 * 0.5 * 3 / 5, 1e-6);
    EXPECT_NEAR(trial.parameters[2], 3 + 0.1 * 0.5 * 4 / 5, 1e-6);
}

TEST(Optimizer, followsANewLearningRate)
{
    Trial trial;
    Optimizer optimizer = trial.optimizer();
    optimizer.setLearningRate(1);
    optimizer.step([&] {
        trial.gradient = {1, 2, 3};
        return at::tensor(0.0f);
    });
    EXPECT_EQ(trial.parameters, (std::vector<float>{0, -4, 0}));
}

TEST(Optimizer, findsTheBottomOfAParabolaInOneStepOfLbfgs)
{
    Trial trial(nn::Optimizer::Lbfgs);
    Optimizer optimizer = trial.optimizer();
    const double first = optimizer.step([&] {
        float loss = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const float steepness = static_cast<float>(i + 1), off = trial.parameters[i] - 5;
            trial.gradient[i] = 2 * steepness * off;
            loss += steepness * off * off;
        }
        return at::tensor(loss);
    });
    EXPECT_FLOAT_EQ(static_cast<float>(first), 16 + 2 * 49 + 3 * 4) << "the loss before the step";
    for (const float parameter : trial.parameters)
        EXPECT_NEAR(parameter, 5, 1e-3);
}

}  // namespace
}  // namespace actlab::torch_room
