// How a run ends before its last epoch: it diverges, reaches its target, runs out of patience or breaks off.

#include "tests/core/nn/trained.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace actlab::nn {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

/// A LinearEngine that does something else from step `m_from` on.
class SpoiltEngine : public LinearEngine {
public:
    enum class Spoilt { Throws, AnswersNan };
    SpoiltEngine(const Problem& problem, std::vector<float> parameters, Spoilt spoilt, std::size_t from)
        : LinearEngine(problem, std::move(parameters)), m_spoilt(spoilt), m_from(from)
    {
    }
    double step(std::span<const std::size_t> rows) override
    {
        if (++m_steps >= m_from && m_spoilt == Spoilt::Throws)
            throw std::runtime_error("out of paper");
        return LinearEngine::step(rows);
    }
    Metrics evaluate(const data::Table& table) override
    {
        if (m_steps >= m_from && m_spoilt == Spoilt::AnswersNan)
            return {std::numeric_limits<double>::quiet_NaN(), 0};
        return LinearEngine::evaluate(table);
    }

private:
    Spoilt m_spoilt;
    std::size_t m_from, m_steps = 0;
};

EngineFactory spoiltEngines(SpoiltEngine::Spoilt spoilt, std::size_t from)
{
    return [=](const Problem& problem, std::vector<float> parameters) {
        return std::make_unique<SpoiltEngine>(problem, std::move(parameters), spoilt, from);
    };
}

TEST(TrainingEnding, thatDivergesSaysWhenWhyAndWhatToTry)
{
    const Trained run = trained(divergingSpec());
    EXPECT_EQ(run.outcome.ending, Ending::Diverged);
    EXPECT_THAT(run.outcome.message,
                ContainsRegex("^diverged at step [1-9][0-9]*: loss .*; learning rate 1.0 is likely "
                              "too high. Try 0.03$"));
    EXPECT_EQ(run.outcome.suggestedLearningRate, 0.03);
    TrainingSpec better = divergingSpec();
    better.learningRate = *run.outcome.suggestedLearningRate;
    EXPECT_EQ(trained(better).outcome.ending, Ending::Finished);
}

TEST(TrainingEnding, thatDivergesKeepsTheLastGoodWeights)
{
    TrainingSpec spec = divergingSpec();
    spec.batch = 40;  // two steps an epoch: several good epochs before the end
    const Trained run = trained(spec);
    ASSERT_EQ(run.outcome.ending, Ending::Diverged);
    ASSERT_GT(run.epochs.size(), 2u);
    LinearEngine kept({spec, *run.outcome.data}, run.outcome.parameters);
    EXPECT_EQ(kept.evaluate(run.outcome.data->test).loss, run.epochs.back().testLoss);
    EXPECT_EQ(run.outcome.epochs, run.epochs.back().epoch + 1) << "the one that is lost";
    std::vector<EpochMetrics> history = run.epochs;
    endHistory(history, spec.hidden, run.outcome);
    ASSERT_EQ(history.size(), run.epochs.size() + 1);
    EXPECT_EQ(history.back().epoch, run.outcome.epochs);
    endHistory(history, spec.hidden, run.outcome);
    EXPECT_EQ(history.size(), run.epochs.size() + 1) << "once is enough";
}

TEST(TrainingEnding, atAnAbsurdLearningRateDiverges)
{
    for (const double rate : {1e30, 1.7e308})
        for (const Loss loss : {Loss::MeanSquared, Loss::CrossEntropy}) {
            TrainingSpec spec = linearSpec();
            spec.loss = loss;
            spec.learningRate = rate;
            const Outcome outcome = trained(spec).outcome;
            EXPECT_EQ(outcome.ending, Ending::Diverged) << rate;
            EXPECT_EQ(outcome.suggestedLearningRate, 0.03);
            for (const float parameter : outcome.parameters)
                EXPECT_TRUE(std::isfinite(parameter));
        }
}

TEST(TrainingEnding, doesNotBlameTheLearningRateForAnUntrainedNaN)
{
    const Outcome outcome = trained(linearSpec(), 0, spoiltEngines(SpoiltEngine::Spoilt::AnswersNan, 0)).outcome;
    EXPECT_EQ(outcome.ending, Ending::Diverged);
    EXPECT_THAT(outcome.message, HasSubstr("step 0: loss became NaN before any training"));
    EXPECT_FALSE(outcome.suggestedLearningRate);
    EXPECT_FALSE(outcome.parameters.empty());
}

TEST(TrainingEnding, stopsAtItsTarget)
{
    TrainingSpec spec = linearSpec();
    spec.epochs = 1'000;
    spec.targetAccuracy = 0.9;
    const Trained byAccuracy = trained(spec);
    EXPECT_EQ(byAccuracy.outcome.ending, Ending::ReachedTarget);
    EXPECT_LT(byAccuracy.outcome.epochs, 1'000u);
    EXPECT_GE(byAccuracy.epochs.back().testAccuracy, 0.9);
    spec.targetAccuracy = 0;
    spec.targetLoss = 0.2;
    const Trained byLoss = trained(spec);
    EXPECT_EQ(byLoss.outcome.ending, Ending::ReachedTarget);
    EXPECT_LT(byLoss.epochs.back().testLoss, 0.2);
    EXPECT_GE(byLoss.epochs[byLoss.epochs.size() - 2].testLoss, 0.2);
}

/// Its test losses, epoch by epoch, are given.
class ForetoldEngine : public LinearEngine {
public:
    ForetoldEngine(const Problem& problem, std::vector<float> parameters, std::vector<double> testLosses)
        : LinearEngine(problem, std::move(parameters)), m_testLosses(std::move(testLosses))
    {
    }
    Metrics evaluate(const data::Table&) override
    {
        const bool isTest = ++m_evaluations % 2 == 0;
        return {isTest ? m_testLosses.at(m_evaluations / 2 - 1) : 1, 0};
    }

private:
    std::vector<double> m_testLosses;
    std::size_t m_evaluations = 0;
};

EngineFactory foretoldEngines(std::vector<double> testLosses)
{
    return [=](const Problem& problem, std::vector<float> parameters) {
        return std::make_unique<ForetoldEngine>(problem, std::move(parameters), testLosses);
    };
}

TEST(TrainingEnding, endsWhenItsPatienceDoesAndSaysWhichEpochWasBest)
{
    TrainingSpec spec = linearSpec();
    spec.patience = 3;
    const auto engines = foretoldEngines({5, 4, 3, 3.5, 3, 3.2, 1, 0.5, 0.4, 0.3, 0.2});  // 3 again is no better
    const Trained impatient = trained(spec, 0, engines);
    EXPECT_EQ(impatient.outcome.ending, Ending::OutOfPatience);
    EXPECT_EQ(impatient.outcome.epochs, 5U);
    EXPECT_EQ(impatient.outcome.bestEpoch, 2U);
    EXPECT_EQ(impatient.outcome.message,
              "stopped in epoch 5: the test loss was best in epoch 2, and patience was for 3 epochs");
    for (const std::size_t patience : {0U, 4U}) {
        spec.patience = patience;
        const Outcome patient = trained(spec, 0, engines).outcome;
        EXPECT_EQ(patient.ending, Ending::Finished) << patience;
        EXPECT_EQ(patient.bestEpoch, 10U) << patience;
    }
}

TEST(TrainingEnding, keepsTheLastNetworkWhenItsPatienceEnds)
{
    TrainingSpec spec = linearSpec();
    spec.patience = 1;
    const Outcome impatient = trained(spec, 0, foretoldEngines({1, 2})).outcome;
    spec.patience = 0;
    spec.epochs = 1;
    EXPECT_EQ(impatient.parameters, trained(spec).outcome.parameters);
}

TEST(TrainingEnding, thatBreaksOffKeepsWhatItHad)
{
    const Trained run = trained(linearSpec(), 0, spoiltEngines(SpoiltEngine::Spoilt::Throws, 20));
    EXPECT_EQ(run.outcome.ending, Ending::Failed);
    EXPECT_THAT(run.outcome.message, HasSubstr("out of paper"));
    EXPECT_EQ(run.outcome.epochs, 2u);  // eight steps each
    LinearEngine kept({linearSpec(), *run.outcome.data}, run.outcome.parameters);
    EXPECT_EQ(kept.evaluate(run.outcome.data->train).accuracy, run.epochs.back().trainAccuracy);
}

}  // namespace
}  // namespace actlab::nn
