#include "app/models/watchable_training.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

using Clock = std::chrono::steady_clock;

struct Screen : nn::Observer {
    void started(std::shared_ptr<const data::Dataset>, const std::string& engine) override { name = engine; }
    void epochDone(const nn::EpochMetrics& metrics) override { epochs.push_back(metrics.epoch); }
    void pictureTaken(std::shared_ptr<const nn::Picture>) override { ++pictures; }
    double picturesPerSecond() const override { return 30; }

    std::string name;
    std::vector<std::size_t> epochs;
    int pictures = 0;
};

/// Says everything there is to say over so many epochs, all at once.
TrainingSession::Train hasty(std::size_t epochs)
{
    return [epochs](const nn::TrainingSpec&, std::stop_token, nn::Commands&, nn::Observer& observer) {
        observer.started(nullptr, "hasty");
        for (std::size_t epoch = 0; epoch <= epochs; ++epoch) {
            nn::EpochMetrics metrics;
            metrics.epoch = epoch;
            observer.epochDone(metrics);
        }
        observer.pictureTaken(nullptr);
        nn::Outcome outcome;
        outcome.epochs = static_cast<std::size_t>(observer.picturesPerSecond());
        return outcome;
    };
}

TEST(WatchableTraining, handsEverythingOn)
{
    nn::Commands commands;
    Screen screen;
    const auto noRest = [](Clock::time_point) {};
    const nn::Outcome outcome = watchable(hasty(1000), noRest)({}, {}, commands, screen);
    EXPECT_EQ(screen.name, "hasty");
    EXPECT_EQ(screen.epochs.size(), 1001u);
    EXPECT_EQ(screen.pictures, 1);
    EXPECT_EQ(outcome.epochs, 30u);
}

TEST(WatchableTraining, restsAFrameAfterEachOfTheFirstEpochsOnly)
{
    nn::Commands commands;
    Screen screen;
    std::vector<Clock::time_point> rests;
    watchable(hasty(1000), [&](Clock::time_point until) { rests.push_back(until); })({}, {}, commands, screen);
    ASSERT_EQ(rests.size(), 300u);
    for (std::size_t i = 1; i < rests.size(); ++i)
        EXPECT_GE(rests[i] - rests[i - 1], std::chrono::milliseconds(16));
}

}  // namespace
}  // namespace actlab::models
