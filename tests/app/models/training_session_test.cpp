#include "app/models/training_session.hpp"

#include "tests/app/models/scripted_training.hpp"

#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <thread>

namespace actlab::models {
namespace {

using State = TrainingSession::State;

TEST(TrainingSession, tellsEveryEpochInOrder)
{
    TrainingSession session(nullptr, ScriptedTraining().train());
    nn::TrainingSpec spec = smallSpec();
    spec.epochs = 50;
    session.start(spec);
    ASSERT_TRUE(waitUntil([&] { return session.state() == State::Finished; }));
    ASSERT_EQ(session.history().size(), 51U);
    for (std::size_t i = 0; i < session.history().size(); ++i)
        EXPECT_EQ(session.history()[i].epoch, i);
    EXPECT_EQ(session.outcome().ending, nn::Ending::Finished);
    EXPECT_EQ(session.picture()->epoch, 50U);
    EXPECT_EQ(session.engine(), "scripted");
}

TEST(TrainingSession, stopAnswersAndKeepsWhatItHas)
{
    TrainingSession session(nullptr, ScriptedTraining().train());
    session.start(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 3; }));
    session.stop();
    ASSERT_TRUE(waitUntil([&] { return session.state() == State::Finished; }));
    EXPECT_EQ(session.outcome().ending, nn::Ending::Stopped);
    EXPECT_GT(session.history().size(), 3U);
}

TEST(TrainingSession, dropsLateMailOfAnOlderRun)
{
    std::atomic<bool> mayEnd = false, ended = false;
    const auto deaf = [&](const nn::TrainingSpec&, std::stop_token, nn::Commands&, nn::Observer& observer) {
        while (!mayEnd) {
            observer.epochDone({.epoch = 7});
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ended = true;
        return nn::Outcome{};
    };
    TrainingSession session(nullptr, deaf);
    session.start(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return !session.history().empty(); }));
    session.reset();
    EXPECT_EQ(session.state(), State::Idle);
    EXPECT_TRUE(staysTrue([&] { return session.history().empty(); }));
    mayEnd = true;
    ASSERT_TRUE(waitUntil([&] { return ended.load(); }));
    EXPECT_TRUE(session.history().empty());
    EXPECT_EQ(session.state(), State::Idle);
}

TEST(TrainingSession, aSecondStartShowsOnlyTheSecondRun)
{
    const ScriptedTraining training;
    TrainingSession session(nullptr, training.train());
    session.start(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 5; }));
    nn::TrainingSpec second = smallSpec();
    second.epochs = 3;
    session.start(second);
    EXPECT_TRUE(session.history().empty());
    ASSERT_TRUE(waitUntil([&] { return session.state() == State::Finished; }));
    EXPECT_EQ(session.history().size(), 4U);
    EXPECT_EQ(session.outcome().ending, nn::Ending::Finished);
    EXPECT_EQ(training.runsEnded(), 2);
}

TEST(TrainingSession, anExceptionBecomesAFailedOutcomeInWords)
{
    TrainingSession session(nullptr, ScriptedTraining({.throwsAt = 3}).train());
    session.start(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.state() == State::Finished; }));
    EXPECT_EQ(session.outcome().ending, nn::Ending::Failed);
    EXPECT_NE(session.outcome().message.find("the disk is full"), std::string::npos);
}

TEST(TrainingSession, pausesStepsAndGoesOn)
{
    TrainingSession session(nullptr, ScriptedTraining().train());
    session.start(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 3; }));
    session.pause();
    EXPECT_EQ(session.state(), State::Paused);
    staysTrue([] { return true; });  // what was under way arrives
    const std::size_t before = session.history().size();
    EXPECT_TRUE(staysTrue([&] { return session.history().size() == before; }));
    session.step(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() == before + 1; }));
    EXPECT_EQ(session.state(), State::Paused);
    session.resume();
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > before + 5; }));
    EXPECT_EQ(session.state(), State::Running);
}

TEST(TrainingSession, aStepWithoutARunBeginsOneThatIsPaused)
{
    TrainingSession session(nullptr, ScriptedTraining().train());
    session.step(smallSpec());
    EXPECT_EQ(session.state(), State::Paused);
    ASSERT_TRUE(waitUntil([&] { return session.history().size() == 2; }));
    EXPECT_TRUE(staysTrue([&] { return session.history().size() == 2; }));
}

TEST(TrainingSession, resetClearsAndTheNextStartBeginsWithTheSameSeed)
{
    const ScriptedTraining training;
    TrainingSession session(nullptr, training.train());
    nn::TrainingSpec spec = smallSpec();
    spec.seed = 77;
    session.start(spec);
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 3; }));
    session.reset();
    EXPECT_EQ(session.state(), State::Idle);
    EXPECT_TRUE(session.history().empty());
    EXPECT_EQ(session.picture(), nullptr);
    session.start(spec);
    ASSERT_TRUE(waitUntil([&] { return training.specs().size() == 2; }));
    EXPECT_EQ(training.specs()[0].seed, training.specs()[1].seed);
}

TEST(TrainingSession, hearsANewLearningRateWhileItRuns)
{
    const ScriptedTraining training;
    TrainingSession session(nullptr, training.train());
    session.start(smallSpec());
    session.setLearningRate(0.5);
    EXPECT_EQ(session.askedSpec().learningRate, 0.5);
    EXPECT_TRUE(waitUntil([&] { return training.learningRatesHeard() == std::vector{0.5}; }));
    EXPECT_TRUE(waitUntil([&] { return session.spec().learningRate == 0.5; }));
}

TEST(TrainingSession, dyingWhileItTrainsStopsAndJoins)
{
    const ScriptedTraining training;
    {
        TrainingSession session(nullptr, training.train());
        session.start(smallSpec());
        ASSERT_TRUE(waitUntil([&] { return !session.history().empty(); }));
    }
    EXPECT_EQ(training.runsEnded(), 1);
}

TEST(TrainingSession, dyingWhilePausedStopsAndJoins)
{
    const ScriptedTraining training;
    {
        TrainingSession session(nullptr, training.train());
        session.step(smallSpec());
        ASSERT_TRUE(waitUntil([&] { return !session.history().empty(); }));
    }
    EXPECT_EQ(training.runsEnded(), 1);
}

TEST(TrainingSession, stopsBeforeTheFirstEpochWithoutWaitingForTheEngine)
{
    std::atomic<bool> mayEnd = false;
    const auto slow = [&](const nn::TrainingSpec&, std::stop_token, nn::Commands&, nn::Observer&) {
        while (!mayEnd)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return nn::Outcome{};
    };
    TrainingSession session(nullptr, slow);
    session.start(smallSpec());
    EXPECT_TRUE(session.isPreparing());
    session.stop();
    EXPECT_EQ(session.state(), State::Finished);
    EXPECT_EQ(session.outcome().ending, nn::Ending::Stopped);
    mayEnd = true;
}

}  // namespace
}  // namespace actlab::models
