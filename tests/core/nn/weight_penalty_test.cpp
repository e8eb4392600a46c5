#include "core/nn/weight_penalty.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace actlab::nn {
namespace {

/// One layer of two weights and a bias, learning rate 0.1.
class Penalized {
public:
    Penalized(double l1, double l2) : m_penalty(specWith(l1, l2), layout()) {}

    /// What becomes of the parameters where the optimiser takes `move` off them.
    const std::vector<float>& step(const std::vector<float>& move)
    {
        m_penalty.beforeStep(parameters);
        for (std::size_t i = 0; i < move.size(); ++i)
            parameters[i] -= move[i];
        m_penalty.afterStep(parameters, 0.1);
        return parameters;
    }
    void revive() { m_penalty.reviveWeights(); }

    std::vector<float> parameters{1, -2, 3};

private:
    static TrainingSpec specWith(double l1, double l2)
    {
        TrainingSpec spec;
        spec.l1 = l1;
        spec.l2 = l2;
        return spec;
    }
    static Layout layout()
    {
        Layout layout;
        layout.layers.push_back({2, 1, 0, 2, 3, 0});
        layout.size = 3;
        return layout;
    }
    WeightPenalty m_penalty;
};

TEST(WeightPenalty, leavesParametersAloneWhereThereIsNone)
{
    EXPECT_EQ(Penalized(0, 0).step({1, 0, 1}), (std::vector<float>{0, -2, 2}));
}

TEST(WeightPenalty, pullsWeightsButNotBiasesByL2OfTheWeightBeforeTheStep)
{
    Penalized penalized(0, 0.5);
    penalized.step({0.1f, 0, 0.1f});
    EXPECT_FLOAT_EQ(penalized.parameters[0], 1 - 0.1f - 0.1f * 0.5f * 1);
    EXPECT_FLOAT_EQ(penalized.parameters[1], -2 + 0.1f * 0.5f * 2);
    EXPECT_FLOAT_EQ(penalized.parameters[2], 3 - 0.1f);
}

TEST(WeightPenalty, putsOutAWeightThatL1CarriesAcrossZeroForGood)
{
    Penalized penalized(1, 0);
    penalized.parameters = {0.05f, -2, 0.05f};
    penalized.step({0, 0, 0});
    EXPECT_EQ(penalized.parameters[0], 0);
    EXPECT_FLOAT_EQ(penalized.parameters[1], -1.9f);
    EXPECT_FLOAT_EQ(penalized.parameters[2], 0.05f) << "a bias has no penalty";
    penalized.step({-0.5f, 0, 0});
    EXPECT_EQ(penalized.parameters[0], 0);

    penalized.revive();
    penalized.step({-0.5f, 0, 0});
    EXPECT_FLOAT_EQ(penalized.parameters[0], 0.5f);
}

TEST(WeightPenalty, letsTheGradientItselfCrossZero)
{
    Penalized penalized(0.01, 0);
    penalized.parameters = {0.05f, 1, 0};
    EXPECT_FLOAT_EQ(penalized.step({0.5f, 0, 0})[0], 0.05f - 0.5f - 0.001f);
}

}  // namespace
}  // namespace actlab::nn
