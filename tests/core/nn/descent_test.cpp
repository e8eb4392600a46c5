#include "core/nn/descent.hpp"

#include <gtest/gtest.h>

namespace actlab::nn {
namespace {

/// One layer of two weights and a bias, learning rate 0.1.
struct Trial {
    explicit Trial(double l1, double l2)
    {
        spec.optimizer = Optimizer::Sgd;
        spec.learningRate = 0.1;
        spec.l1 = l1;
        spec.l2 = l2;
        layout.layers.push_back({2, 1, 0, 2, 3, 0});
        layout.size = 3;
    }
    TrainingSpec spec;
    Layout layout;
};

TEST(Descent, pullsWeightsButNotBiasesByL2OfTheWeightBeforeTheStep)
{
    const Trial trial(0, 0.5);
    Descent descent(trial.spec, trial.layout);
    std::vector<float> parameters{1, -2, 3};
    descent.step(parameters, std::vector<float>{1, 0, 1});
    EXPECT_FLOAT_EQ(parameters[0], 1 - 0.1f - 0.1f * 0.5f * 1);
    EXPECT_FLOAT_EQ(parameters[1], -2 + 0.1f * 0.5f * 2);
    EXPECT_FLOAT_EQ(parameters[2], 3 - 0.1f);
}

TEST(Descent, putsOutAWeightThatL1CarriesAcrossZeroForGood)
{
    const Trial trial(1, 0);
    Descent descent(trial.spec, trial.layout);
    std::vector<float> parameters{0.05f, -2, 0.05f};
    descent.step(parameters, std::vector<float>{0, 0, 0});
    EXPECT_EQ(parameters[0], 0);
    EXPECT_FLOAT_EQ(parameters[1], -1.9f);
    EXPECT_FLOAT_EQ(parameters[2], 0.05f) << "a bias has no penalty";
    descent.step(parameters, std::vector<float>{-5, 0, 0});
    EXPECT_EQ(parameters[0], 0);

    descent.reviveWeights();
    descent.step(parameters, std::vector<float>{-5, 0, 0});
    EXPECT_FLOAT_EQ(parameters[0], 0.5f);
}

TEST(Descent, letsTheGradientItselfCrossZero)
{
    const Trial trial(0.01, 0);
    Descent descent(trial.spec, trial.layout);
    std::vector<float> parameters{0.05f, 1, 0};
    descent.step(parameters, std::vector<float>{5, 0, 0});
    EXPECT_FLOAT_EQ(parameters[0], 0.05f - 0.5f - 0.001f);
}

TEST(Descent, followsANewLearningRate)
{
    const Trial trial(0, 0);
    Descent descent(trial.spec, trial.layout);
    descent.setLearningRate(1);
    std::vector<float> parameters{0, 0, 0};
    descent.step(parameters, std::vector<float>{1, 2, 3});
    EXPECT_EQ(parameters, (std::vector<float>{-1, -2, -3}));
}

}  // namespace
}  // namespace actlab::nn
