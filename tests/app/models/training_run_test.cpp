#include "app/models/training_run.hpp"

#include "core/activation/catalogue.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

std::vector<nn::EpochMetrics> historyOf(std::size_t epochs)
{
    std::vector<nn::EpochMetrics> history;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch)
        history.push_back({.epoch = epoch});
    return history;
}

TEST(TrainingRun, isNamedByDataWidthsAndActivations)
{
    nn::TrainingSpec spec = smallSpec();
    spec.hidden.push_back({6, spec.hidden.front().activation});
    spec.hidden.push_back({3, activation::findInCatalogue("ReLU")});
    EXPECT_EQ(runName(spec).toStdString(), "Circle 4·6 " + spec.hidden.front().activation->name() + " 3 ReLU");
    spec.hidden.clear();
    EXPECT_EQ(runName(spec), "Circle");
}

TEST(TrainingRun, keepsAShortHistoryWhole)
{
    EXPECT_EQ(thinned(historyOf(30), 100).size(), 30U);
}

TEST(TrainingRun, thinsALongHistoryAndKeepsBothEnds)
{
    const auto kept = thinned(historyOf(123'457), 1000);
    ASSERT_EQ(kept.size(), 1000U);
    EXPECT_EQ(kept.front().epoch, 0U);
    EXPECT_EQ(kept.back().epoch, 123'456U);
    for (std::size_t i = 1; i < kept.size(); ++i)
        EXPECT_LT(kept[i - 1].epoch, kept[i].epoch);
}

TEST(TrainingRun, keepsFewerEpochsOfARunThatLearnsManyParameters)
{
    auto history = historyOf(5000);
    for (auto& epoch : history)
        epoch.learned.resize(100);
    const auto run = makeRun(smallSpec(), history, {});
    EXPECT_LT(run.history.size(), 200U);
    EXPECT_EQ(run.history.back().epoch, 4999U);
    EXPECT_EQ(makeRun(smallSpec(), historyOf(5000), {}).history.size(), kMostEpochsKept);
}

TEST(TrainingRun, dropsTheOldestOfTooMany)
{
    workspace::Document document;
    for (std::size_t i = 0; i < kMostRunsKept + 3; ++i)
        addRun(document, {std::to_string(i), {}, {}, {}});
    EXPECT_EQ(document.runs.size(), kMostRunsKept);
    EXPECT_EQ(document.runs.front().name, "3");
}

}  // namespace
}  // namespace actlab::models
