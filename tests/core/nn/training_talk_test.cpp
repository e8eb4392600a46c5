// How a run obeys the person: pause, step, resume, learning rate, stop.

#include "tests/core/nn/linear_engine.hpp"
#include "tests/core/nn/recorder.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <thread>

namespace actlab::nn {
namespace {

using namespace std::chrono_literals;

/// Takes its time for every step, as a large network does, and remembers the learning rates it is given.
class SlowEngine : public LinearEngine {
public:
    SlowEngine(const Problem& problem, std::vector<float> parameters, std::chrono::milliseconds perStep,
               std::vector<double>& rates)
        : LinearEngine(problem, std::move(parameters)), m_perStep(perStep), m_rates(rates)
    {
    }
    double step(std::span<const std::size_t> rows) override
    {
        std::this_thread::sleep_for(m_perStep);
        m_rates.push_back(learningRate());
        return LinearEngine::step(rows);
    }

private:
    std::chrono::milliseconds m_perStep;
    std::vector<double>& m_rates;
};

/// A run in a thread of its own, and all that may be said to it.
class Talk {
public:
    explicit Talk(TrainingSpec spec, std::chrono::milliseconds perStep = 0ms, double pictures = 0,
                  bool paused = false)
        : recorder(pictures)
    {
        if (paused)
            commands.pause();
        m_outcome = std::async(std::launch::async, [this, spec = std::move(spec), perStep] {
            const EngineFactory engines = [&](const Problem& problem, std::vector<float> parameters) {
                return std::make_unique<SlowEngine>(problem, std::move(parameters), perStep, rates);
            };
            return trainWith(engines, spec, stop.get_token(), commands, recorder);
        });
    }
    ~Talk() { stop.request_stop(); }

    bool isOver(std::chrono::milliseconds within) { return m_outcome.wait_for(within) == std::future_status::ready; }
    /// Waits for half a minute at most.
    Outcome outcome()
    {
        EXPECT_TRUE(isOver(30s));
        stop.request_stop();
        return m_outcome.get();
    }

    std::vector<double> rates;  ///< of every step; to be read when it is over
    Recorder recorder;
    Commands commands;
    std::stop_source stop;

private:
    std::future<Outcome> m_outcome;  // last: its end waits for the thread
};

TrainingSpec endlessSpec()
{
    TrainingSpec spec = linearSpec();
    spec.epochs = 1'000'000;
    spec.learningRate = 1e-4;
    return spec;
}

/// Whose first epoch takes minutes in a SlowEngine.
TrainingSpec longEpochSpec()
{
    TrainingSpec spec = linearSpec();
    spec.data.samples = 100'000;
    spec.batch = 1;
    return spec;
}

TEST(TrainingTalk, stopsInTheMiddleOfALongEpoch)
{
    Talk talk(longEpochSpec(), 5ms);
    ASSERT_TRUE(talk.recorder.waitForEpoch(0));
    std::this_thread::sleep_for(50ms);
    talk.stop.request_stop();
    ASSERT_TRUE(talk.isOver(5s));
    const Outcome outcome = talk.outcome();
    EXPECT_EQ(outcome.ending, Ending::Stopped);
    EXPECT_EQ(outcome.message, "stopped after 0 epochs; measured before its last " +
                                   (outcome.steps == 1 ? "step" : std::to_string(outcome.steps) + " steps"));
    EXPECT_EQ(outcome.epochs, 0u);
    EXPECT_EQ(talk.rates.size(), outcome.steps);
}

TEST(TrainingTalk, endsWhileTheDataAreReadWhenItIsStopped)
{
    TrainingSpec spec = linearSpec();
    spec.data.name = "formula";
    spec.data.formula = "y > x";
    Commands commands;
    commands.stop();
    Recorder recorder;
    const Outcome outcome = trainWith(linearEngines(), spec, {}, commands, recorder);
    EXPECT_EQ(outcome.ending, Ending::Stopped);
    EXPECT_EQ(outcome.message, "stopped while the data was read");
    EXPECT_TRUE(recorder.epochs().empty());
}

TEST(TrainingTalk, keepsTheWeightsOfTheMomentItIsStopped)
{
    const TrainingSpec spec = longEpochSpec();
    Talk talk(spec, 1ms);
    ASSERT_TRUE(talk.recorder.waitForEpoch(0));
    std::this_thread::sleep_for(100ms);
    talk.commands.stop();
    const Outcome outcome = talk.outcome();
    ASSERT_GT(outcome.steps, 0u);
    EXPECT_EQ(outcome.ending, Ending::Stopped);
    EXPECT_NE(outcome.parameters, initialParameters(spec, *outcome.data));
}

TEST(TrainingTalk, stopsWhilePaused)
{
    Talk first(endlessSpec(), 0ms, 0, true), second(endlessSpec(), 0ms, 0, true);
    ASSERT_TRUE(first.recorder.waitForEpoch(0));
    ASSERT_TRUE(second.recorder.waitForEpoch(0));
    first.stop.request_stop();
    second.commands.stop();
    ASSERT_TRUE(first.isOver(5s));
    ASSERT_TRUE(second.isOver(5s));
    EXPECT_EQ(first.outcome().ending, Ending::Stopped);
    EXPECT_EQ(second.outcome().ending, Ending::Stopped);
}

TEST(TrainingTalk, stopsBeforeItsFirstStepWhenItWasAskedEarlier)
{
    Commands commands;
    Recorder recorder;
    std::stop_source stop;
    stop.request_stop();
    const Outcome outcome = trainWith(linearEngines(), endlessSpec(), stop.get_token(), commands, recorder);
    EXPECT_EQ(outcome.ending, Ending::Stopped);
    EXPECT_EQ(outcome.steps, 0u);
}

TEST(TrainingTalk, goesOneEpochAStepAndWaits)
{
    Talk talk(linearSpec(), 0ms, 0, true);
    ASSERT_TRUE(talk.recorder.waitForEpoch(0));
    for (std::size_t epoch = 1; epoch <= 3; ++epoch) {
        talk.commands.step();
        ASSERT_TRUE(talk.recorder.waitForEpoch(epoch));
        EXPECT_FALSE(talk.isOver(50ms));
        EXPECT_EQ(talk.recorder.epochs().size(), epoch + 1);
    }
    talk.commands.resume();
    EXPECT_EQ(talk.outcome().ending, Ending::Finished);
    EXPECT_EQ(talk.recorder.epochs().size(), 11u);
}

TEST(TrainingTalk, losesNoStepThatWasAskedForInARow)
{
    Talk talk(linearSpec(), 1ms, 0, true);
    for (int i = 0; i < 4; ++i)
        talk.commands.step();
    ASSERT_TRUE(talk.recorder.waitForEpoch(4));
    EXPECT_FALSE(talk.isOver(100ms));
    EXPECT_EQ(talk.recorder.epochs().size(), 5u);
}

TEST(TrainingTalk, givesTheSameNumbersPausedOrNot)
{
    Talk straight(linearSpec()), halting(linearSpec(), 0ms, 0, true);
    for (int i = 0; i < 5; ++i)
        halting.commands.step();
    ASSERT_TRUE(halting.recorder.waitForEpoch(5));
    halting.commands.resume();
    EXPECT_EQ(straight.outcome().parameters, halting.outcome().parameters);
}

TEST(TrainingTalk, leavesPausesOutOfItsSeconds)
{
    const auto begun = std::chrono::steady_clock::now();
    Talk talk(linearSpec(), 0ms, 0, true);
    ASSERT_TRUE(talk.recorder.waitForEpoch(0));
    std::this_thread::sleep_for(1500ms);
    talk.commands.resume();
    const Outcome outcome = talk.outcome();
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    EXPECT_LT(outcome.seconds, elapsed - 1);
    EXPECT_LT(talk.recorder.epochs().back().seconds, elapsed - 1);
}

TEST(TrainingTalk, changesItsLearningRateBetweenTwoSteps)
{
    Talk talk(linearSpec(), 0ms, 0, true);
    talk.commands.step();
    ASSERT_TRUE(talk.recorder.waitForEpoch(1));
    for (const double rate : {-1.0, 0.0, std::nan(""), 0.5})
        talk.commands.edit(LearningRateEdit{rate});
    talk.commands.resume();
    ASSERT_EQ(talk.outcome().steps, 80u);
    EXPECT_EQ(talk.rates[7], 0.03);
    EXPECT_EQ(talk.rates[8], 0.5);
    EXPECT_EQ(talk.rates[79], 0.5);
}

TEST(TrainingTalk, lowersAlsoANewLearningRateByItsSchedule)
{
    TrainingSpec spec = linearSpec();
    spec.schedule = Schedule::Step;
    Talk talk(spec, 0ms, 0, true);
    talk.commands.step();
    ASSERT_TRUE(talk.recorder.waitForEpoch(1));
    talk.commands.edit(LearningRateEdit{0.5});
    talk.commands.resume();
    ASSERT_EQ(talk.outcome().steps, 80u) << "ten epochs of eight steps";
    EXPECT_EQ(talk.rates[7], 0.03);
    EXPECT_EQ(talk.rates[8], 0.5);
    EXPECT_EQ(talk.rates[31], 0.5);
    EXPECT_EQ(talk.rates[32], 0.5 * 0.1);
    EXPECT_EQ(talk.rates[79], 0.5 * 0.01);
}

TEST(TrainingTalk, ignoresALearningRateThatIsNone)
{
    Talk talk(linearSpec(), 0ms, 0, true);
    talk.commands.edit(LearningRateEdit{std::nan("")});
    talk.commands.resume();
    talk.outcome();
    EXPECT_EQ(talk.rates.back(), 0.03);
}

TEST(TrainingTalk, showsAPausedNetworkAsItIs)
{
    Talk talk(linearSpec(), 0ms, 0.001, true);  // a picture in a quarter of an hour, but for pauses
    ASSERT_TRUE(talk.recorder.waitForEpoch(0));
    talk.commands.step();
    ASSERT_TRUE(talk.recorder.waitForEpoch(1));
    for (int i = 0; i < 300 && talk.recorder.pictures().size() < 2; ++i)
        std::this_thread::sleep_for(100ms);
    ASSERT_EQ(talk.recorder.pictures().size(), 2u);
    EXPECT_EQ(talk.recorder.pictures().back()->epoch, 1u);
}

}  // namespace
}  // namespace actlab::nn
