// How a run goes by itself: numbers, failures, pictures.

#include "tests/core/nn/trained.hpp"

#include "core/nn/schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace actlab::nn {
namespace {

using testing::HasSubstr;

TEST(Training, reportsTheUntrainedNetworkAndThenEveryEpoch)
{
    const TrainingSpec spec = linearSpec();
    const Trained run = trained(spec);
    ASSERT_EQ(run.epochs.size(), 11u);
    for (std::size_t i = 0; i < run.epochs.size(); ++i)
        EXPECT_EQ(run.epochs[i].epoch, i);
    const data::Dataset data = data::load(spec.data).value();
    LinearEngine untrained({spec, data}, initialParameters(spec, data));
    EXPECT_EQ(run.epochs[0].trainLoss, untrained.evaluate(data.train).loss);
    EXPECT_EQ(run.epochs[0].testAccuracy, untrained.evaluate(data.test).accuracy);
}

TEST(Training, learns)
{
    const Trained run = trained(linearSpec());
    EXPECT_LT(run.epochs.back().testLoss, 0.5 * run.epochs.front().testLoss);
    EXPECT_GT(run.epochs.back().testAccuracy, 0.95);
    EXPECT_EQ(run.outcome.ending, Ending::Finished);
    EXPECT_EQ(run.outcome.epochs, 10u);
    EXPECT_EQ(run.outcome.steps, 80u);
    EXPECT_EQ(run.outcome.engine, "linear");
    ASSERT_TRUE(run.outcome.data);
    EXPECT_EQ(run.outcome.data->name, "gauss");
    EXPECT_GT(run.outcome.seconds, 0);
}

TEST(Training, givesTheSameNumbersBitForBit)
{
    TrainingSpec spec = linearSpec();
    const Trained first = trained(spec), second = trained(spec, 1'000);
    EXPECT_EQ(first.outcome.parameters, second.outcome.parameters);
    for (std::size_t i = 0; i < first.epochs.size(); ++i) {
        EXPECT_EQ(first.epochs[i].trainLoss, second.epochs[i].trainLoss);
        EXPECT_EQ(first.epochs[i].testLoss, second.epochs[i].testLoss);
    }
    spec.seed = 2;
    EXPECT_NE(first.outcome.parameters, trained(spec).outcome.parameters);
}

TEST(Training, tellsTheGradientOfTheLastStepOfAnEpoch)
{
    TrainingSpec spec = linearSpec();
    spec.batch = 1'000;  // all rows
    spec.epochs = 1;
    const Trained run = trained(spec);
    ASSERT_EQ(run.outcome.steps, 1U);
    EXPECT_TRUE(std::isnan(run.epochs[0].gradientNorm)) << "none was taken yet";
    double squares = 0;
    const std::vector<float> before = initialParameters(spec, *run.outcome.data);
    for (std::size_t i = 0; i < before.size(); ++i)
        squares += std::pow((before[i] - run.outcome.parameters[i]) / spec.learningRate, 2);
    EXPECT_NEAR(run.epochs[1].gradientNorm, std::sqrt(squares), 1e-4 * std::sqrt(squares));
}

TEST(Training, countsStepsAndTellsTheRateThatLedToEachEpoch)
{
    TrainingSpec spec = linearSpec();
    spec.schedule = Schedule::Step;
    spec.epochs = 3;
    const Trained run = trained(spec);
    const double rate = spec.learningRate;
    const std::vector rates{rate, rate, rate * rateFactor(Schedule::Step, 1, 3),
                            rate * rateFactor(Schedule::Step, 2, 3)};
    for (std::size_t epoch = 0; epoch < run.epochs.size(); ++epoch) {
        EXPECT_EQ(run.epochs[epoch].steps, 8 * epoch);
        EXPECT_EQ(run.epochs[epoch].learningRate, rates[epoch]);
    }
}

TEST(Training, ofAnInvalidSpecFailsWithTheSentence)
{
    TrainingSpec spec = linearSpec();
    spec.learningRate = -1;
    const Trained run = trained(spec);
    EXPECT_EQ(run.outcome.ending, Ending::Failed);
    EXPECT_EQ(run.outcome.message, "The learning rate must be a number above 0.");
    EXPECT_TRUE(run.epochs.empty());
}

TEST(Training, ofOneClassFailsWithTheSentence)
{
    TrainingSpec spec = linearSpec();
    spec.data.samples = 10;
    spec.data.trainShare = 0.1;
    EXPECT_THAT(trained(spec).outcome.message, HasSubstr("Take more samples"));
}

TEST(Training, withoutAnEngineFailsWithTheSentence)
{
    const EngineFactory none = [](const Problem&, std::vector<float>) {
        return tl::unexpected(std::string("No engine."));
    };
    const EngineFactory broken = [](const Problem&, std::vector<float>) -> std::unique_ptr<Engine> {
        throw std::runtime_error("no memory");
    };
    EXPECT_EQ(trained(linearSpec(), 0, none).outcome.message, "No engine.");
    const Outcome outcome = trained(linearSpec(), 0, broken).outcome;
    EXPECT_EQ(outcome.ending, Ending::Failed);
    EXPECT_THAT(outcome.message, HasSubstr("no memory"));
}

TEST(Pictures, areNotTakenUnlessWanted)
{
    EXPECT_TRUE(trained(linearSpec()).pictures.empty());
}

TEST(Pictures, beginWithTheUntrainedNetworkAndEndWithTheLast)
{
    const Trained run = trained(linearSpec(), 0.001);  // one in a quarter of an hour
    ASSERT_EQ(run.pictures.size(), 2u);
    EXPECT_EQ(run.pictures[0]->epoch, 0u);
    EXPECT_EQ(run.pictures[1]->epoch, 10u);
    EXPECT_EQ(run.pictures[1]->parameters, run.outcome.parameters);
}

TEST(Pictures, ofADivergedRunShowTheLastGoodNetwork)
{
    const Trained run = trained(divergingSpec(), 0.001);
    ASSERT_EQ(run.outcome.ending, Ending::Diverged);
    EXPECT_EQ(run.pictures.back()->parameters, run.outcome.parameters);
}

}  // namespace
}  // namespace actlab::nn
