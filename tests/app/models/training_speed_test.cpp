#include "app/models/training_speed.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

std::vector<nn::EpochMetrics> historyAt(const std::vector<double>& seconds)
{
    std::vector<nn::EpochMetrics> history;
    for (std::size_t epoch = 0; epoch < seconds.size(); ++epoch)
        history.push_back({.epoch = epoch, .seconds = seconds[epoch]});
    return history;
}

TEST(TrainingSpeed, saysNothingBeforeTheFirstEpochHasPassed)
{
    EXPECT_FALSE(epochsPerSecond({}).has_value());
    EXPECT_FALSE(epochsPerSecond(historyAt({0})).has_value());
    EXPECT_FALSE(epochsPerSecond(historyAt({0, 0})).has_value());
}

TEST(TrainingSpeed, measuresTheLastSecondOnly)
{
    std::vector<double> seconds{0, 50};  // a slow start
    for (int i = 0; i < 200; ++i)
        seconds.push_back(seconds.back() + 0.02);
    EXPECT_NEAR(epochsPerSecond(historyAt(seconds)).value(), 50, 0.5);
}

TEST(TrainingSpeed, measuresAnEpochThatIsLongerThanASecond)
{
    EXPECT_NEAR(epochsPerSecond(historyAt({0, 4, 8})).value(), 0.25, 1e-9);
}

TEST(TrainingSpeed, countsTheLastBatchThoughItIsSmaller)
{
    nn::TrainingSpec spec;
    spec.batch = 10;
    data::Dataset data;
    data.train.targets.assign(251, 0.0F);
    EXPECT_EQ(stepsPerEpoch(spec, data), 26);
}

}  // namespace
}  // namespace actlab::models
