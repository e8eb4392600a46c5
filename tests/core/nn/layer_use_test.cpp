#include "core/nn/layer_use.hpp"

#include "core/activation/catalogue.hpp"
#include "core/nn/engine.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace actlab::nn {
namespace {

/// Rows −2, −1, 0, 1, 2 of one input.
data::Dataset fiveRows()
{
    data::Dataset data{"five", data::Task::Regression, 0, {"x"}, {}, 0, 0, {}, {}, {}};
    data.train = {1, {-2, -1, 0, 1, 2}, {0, 0, 0, 0, 0}};
    data.test = data.train;
    return data;
}

TrainingSpec specOf(std::size_t width, activation::ActivationPtr activation)
{
    TrainingSpec spec;
    spec.loss = Loss::MeanSquared;
    spec.hidden = {{width, std::move(activation)}};
    return spec;
}

TEST(LayerUse, countsDeadUnitsAndThoseInEachPiece)
{
    const TrainingSpec spec = specOf(2, activation::findInCatalogue("relu"));
    // Units x and x − 3: the second is never above 0.
    const std::vector<float> parameters{1, 1, 0, -3, 0.5F, 0.5F, 0};
    const LayerUse use = layerUses(spec, fiveRows(), parameters, 100).at(0);
    EXPECT_EQ(use.units, 2U);
    EXPECT_EQ(use.deadUnits, std::vector<std::size_t>{1});
    EXPECT_EQ(use.values, 10U);
    ASSERT_EQ(use.pieces.size(), 2U);
    EXPECT_EQ(use.pieces[0].to, 0);
    EXPECT_NEAR(use.pieces[0].share, 0.7, 1e-12);
    EXPECT_NEAR(use.pieces[1].share, 0.3, 1e-12);
    EXPECT_NEAR(use.saturated, 0.8, 1e-12) << "the gradient at 0 is 0 too";
    EXPECT_EQ(use.range.low, -5);
    EXPECT_EQ(use.range.high, 2);
    EXPECT_EQ(std::accumulate(use.counts.begin(), use.counts.end(), std::size_t{0}), 10U);
    EXPECT_EQ(use.counts.front(), 1U);
    EXPECT_EQ(use.counts.back(), 1U);
}

TEST(LayerUse, looksAtWhatBatchNormAndResidualLinksMakeOfIt)
{
    TrainingSpec spec = specOf(1, *activation::makeActivation({"twice", "2*x", "", {}}));
    spec.hidden.push_back(spec.hidden.front());
    spec.hidden[0].batchNorm = spec.hidden[1].residual = true;
    spec.hidden.push_back(spec.hidden[0]);
    // 5·(3x − 1)/2 + 1, twice that; x₂ = 2·x₁ − 1, twice that and x₁ itself; x₃ = −x₂
    const float almostFour = 4 - 1e-5F, almostOne = 1 - 1e-5F;
    const std::vector<float> parameters{3, 1, 5, 1, almostFour, 2, -1, -1, 0, 1, 0, almostOne, 1, 0};
    const auto uses = layerUses(spec, fiveRows(), parameters, 100);
    ASSERT_EQ(uses.size(), 3U);
    const double first = 5 * (3 * 2 - 1) / 2.0 + 1, handedOn = 2 * first, second = 2 * handedOn - 1;
    EXPECT_NEAR(uses[0].range.high, first, 1e-3);
    EXPECT_NEAR(uses[1].range.high, second, 1e-3);
    EXPECT_NEAR(uses[2].range.low, -(2 * second + handedOn), 1e-3);
}

TEST(LayerUse, knowsWhichUnitsLieInWhichPiece)
{
    const TrainingSpec spec = specOf(3, activation::findInCatalogue("relu"));
    // Units x, x − 3 and x + 1.5.
    const std::vector<float> parameters{1, 1, 1, 0, -3, 1.5F, 0.5F, 0.5F, 0.5F, 0};
    const LayerUse use = layerUses(spec, fiveRows(), parameters, 100).at(0);
    ASSERT_EQ(use.pieces.size(), 2U);
    EXPECT_EQ(use.pieces[0].shareOfUnits, (std::vector<double>{0.4, 1, 0.2}));
    EXPECT_EQ(use.pieces[1].shareOfUnits, (std::vector<double>{0.6, 0, 0.8}));
    EXPECT_EQ(use.saturatedOfUnits, (std::vector<double>{0.6, 1, 0.2}));
    EXPECT_EQ(unitsMostlyThere(use.pieces[0].shareOfUnits), (std::vector<UnitShare>{{1, 1}}));
    EXPECT_EQ(unitsMostlyThere(use.pieces[1].shareOfUnits), (std::vector<UnitShare>{{2, 0.8}, {0, 0.6}}));
    EXPECT_TRUE(unitsMostlyThere(std::vector<double>{0.5, 0}).empty()) << "half of them is not most";
}

TEST(LayerUse, looksAtWhatTheLayerBeforeAnswers)
{
    TrainingSpec spec = specOf(1, *activation::makeActivation({"twice", "2*x", "", {}}));
    spec.hidden.push_back(spec.hidden.front());
    const std::vector<float> parameters{3, 1, -1, 0, 1, 0};  // 2·(3x + 1), then its negative
    const auto uses = layerUses(spec, fiveRows(), parameters, 100);
    ASSERT_EQ(uses.size(), 2U);
    EXPECT_EQ(uses[0].range.low, -5);
    EXPECT_EQ(uses[1].range.low, -14);
    EXPECT_EQ(uses[1].range.high, 10);
    EXPECT_EQ(uses[1].pieces.size(), 1U);
}

TEST(LayerUse, hasWhatEveryChannelHasLearned)
{
    const auto leaky = *activation::makeActivation(
        {"leaky", "x > 0 ? x : a*x", "", {{"a", 1, -5, 5, true, activation::Scope::Channel}}});
    const TrainingSpec spec = specOf(2, leaky);
    const std::vector<float> parameters{1, 1, 0, -9, 0, 0.5F, 1, 1, 0};  // slopes 0 and 0.5 below 0
    const LayerUse use = layerUses(spec, fiveRows(), parameters, 100).at(0);
    EXPECT_EQ(use.activation->parameterValues().at(0), 0.25) << "the mean";
    EXPECT_TRUE(use.deadUnits.empty());
}

TEST(LayerUse, leavesTheOutermostHundredthOutOfTheRange)
{
    data::Dataset data = fiveRows();
    data.train.inputs.assign(1000, 1.0F);
    data.train.targets.assign(1000, 0.0F);
    for (std::size_t i = 0; i < 1000; ++i)
        data.train.inputs[i] = i < 3 ? 1e6F : static_cast<float>(i % 2);
    const TrainingSpec spec = specOf(1, activation::findInCatalogue("tanh"));
    const LayerUse use = layerUses(spec, data, std::vector<float>{1, 0, 1, 0}, 1000).at(0);
    EXPECT_EQ(use.range.low, 0);
    EXPECT_EQ(use.range.high, 1);
    EXPECT_EQ(std::accumulate(use.counts.begin(), use.counts.end(), std::size_t{0}), 997U);
}

TEST(LayerUse, takesNoMoreRowsThanItIsGiven)
{
    const TrainingSpec spec = specOf(1, activation::findInCatalogue("tanh"));
    const std::vector<float> parameters{1, 0, 1, 0};
    EXPECT_EQ(layerUses(spec, fiveRows(), parameters, 3).at(0).values, 3U);
    EXPECT_EQ(layerUses(spec, fiveRows(), parameters, 100).at(0).values, 5U);
}

TEST(LayerUse, livesWithNumbersThatAreNone)
{
    const TrainingSpec spec = specOf(1, activation::findInCatalogue("relu"));
    const std::vector<float> parameters{std::numeric_limits<float>::infinity(), 0, 1, 0};
    const LayerUse use = layerUses(spec, fiveRows(), parameters, 100).at(0);
    EXPECT_LT(use.range.low, use.range.high);
    EXPECT_EQ(use.values, 5U);
}

TEST(LayerUse, isNoneOfParametersThatDoNotFit)
{
    const TrainingSpec spec = specOf(1, activation::findInCatalogue("relu"));
    EXPECT_TRUE(layerUses(spec, fiveRows(), std::vector<float>{1, 0, 1}, 100).empty());
}

TEST(LayerUse, endsWhenItIsTold)
{
    std::stop_source source;
    source.request_stop();
    const TrainingSpec spec = specOf(1, activation::findInCatalogue("relu"));
    EXPECT_TRUE(layerUses(spec, fiveRows(), std::vector<float>{1, 0, 1, 0}, 100, source.get_token()).empty());
}

}  // namespace
}  // namespace actlab::nn
