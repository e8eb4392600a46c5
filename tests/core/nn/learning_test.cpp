// What a person gets with everything as it comes: networks that learn the data sets.

#include "core/nn/train.hpp"

#include "core/nn/engine.hpp"
#include "tests/core/nn/recorder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace actlab::nn {
namespace {

struct Learnt {
    Outcome outcome;
    std::vector<EpochMetrics> epochs;
};

TrainingSpec specOf(const std::string& dataSet, std::size_t width, const std::string& formula)
{
    TrainingSpec spec;
    spec.data.name = dataSet;
    const auto activation = activation::makeActivation({"mine", formula, "", {}});
    EXPECT_TRUE(activation) << formula;
    spec.hidden = {{width, activation.value_or(nullptr)}, {width, activation.value_or(nullptr)}};
    return spec;
}

Learnt learnt(const TrainingSpec& spec)
{
    Commands commands;
    Recorder recorder;
    const Outcome outcome = train(spec, {}, commands, recorder);
    EXPECT_EQ(outcome.ending, Ending::Finished) << outcome.message;
    return {outcome, recorder.epochs()};
}

TEST(Learning, readsHandwrittenDigitsWithAnActivationOfOnesOwn)
{
    TrainingSpec spec = specOf("digits", 64, "x > 0 ? x : 0.1*(exp(x)-1)");
    spec.epochs = 30;
    EXPECT_GE(learnt(spec).epochs.back().testAccuracy, 0.95);
}

TEST(Learning, atAnAbsurdRateIsNoSuccess)
{
    TrainingSpec spec = specOf("spiral", 8, "tanh(x)");
    spec.epochs = 10;
    EXPECT_FALSE(learnt(spec).outcome.isWorse);
    spec.learningRate = 10;
    const Learnt run = learnt(spec);
    EXPECT_GT(run.epochs.back().trainLoss, run.epochs.front().trainLoss);
    EXPECT_TRUE(run.outcome.isWorse);
    EXPECT_EQ(run.outcome.message, "finished 10 epochs; the training loss ended above where it began");
    ASSERT_TRUE(run.outcome.suggestedLearningRate);
    EXPECT_LE(*run.outcome.suggestedLearningRate, usualLearningRate(Optimizer::Adam));
}

TEST(Learning, untwistsTwoSpirals)
{
    EXPECT_GE(learnt(specOf("spiral", 16, "tanh(x)")).epochs.back().testAccuracy, 0.97);
}

/// Of the best epoch: at a rate that stays as it is, the last one may just have slipped.
double bestTrainAccuracy(const TrainingSpec& spec)
{
    return std::ranges::max(learnt(spec).epochs, {}, &EpochMetrics::trainAccuracy).trainAccuracy;
}

TEST(Learning, untwistsTwoSpiralsWithTenLayersWhereTheyAreLinked)
{
    for (const std::uint64_t seed : {1, 2, 3}) {
        TrainingSpec spec = specOf("spiral", 8, "tanh(x)");
        spec.hidden.resize(10, spec.hidden.front());
        spec.seed = spec.data.seed = seed;
        EXPECT_LT(bestTrainAccuracy(spec), 0.8) << "seed " << seed;
        for (std::size_t i = 1; i < spec.hidden.size(); ++i)
            spec.hidden[i].residual = true;
        EXPECT_GT(bestTrainAccuracy(spec), 0.9) << "seed " << seed;
    }
}

TEST(Learning, readsDigitsThroughSixSigmoidLayersWhereTheyAreNormalised)
{
    TrainingSpec spec = specOf("digits", 32, "sigmoid(x)");
    spec.hidden.resize(6, spec.hidden.front());
    spec.optimizer = Optimizer::Sgd;
    spec.learningRate = usualLearningRate(spec.optimizer);
    spec.init = Init::Kaiming;
    spec.batch = 50;
    spec.epochs = 10;
    EXPECT_LT(learnt(spec).epochs.back().testAccuracy, 0.2);
    for (Layer& layer : spec.hidden)
        layer.batchNorm = true;
    EXPECT_GT(learnt(spec).epochs.back().testAccuracy, 0.8);
}

TEST(Learning, fitsASine)
{
    TrainingSpec spec = specOf("sine", 16, "tanh(x)");
    spec.loss = Loss::MeanSquared;
    EXPECT_GE(learnt(spec).epochs.back().testAccuracy, 0.98);
}

TEST(Learning, tellsInEveryEpochWhatTheActivationHasLearned)
{
    TrainingSpec spec = specOf("circle", 4, "{x > 0: x, a*x}");
    auto definition = spec.hidden[0].activation->definition();
    definition.parameters[0].learnable = true;
    definition.parameters[0].scope = activation::Scope::Channel;
    spec.hidden[0].activation = activation::makeActivation(definition).value();
    spec.epochs = 3;
    const Learnt run = learnt(spec);
    ASSERT_EQ(run.epochs.size(), 4U);
    const auto start = static_cast<float>(definition.parameters[0].value);
    EXPECT_EQ(run.epochs[0].learned, (std::vector<LearnedValue>{{start, start, start}}));
    EXPECT_EQ(run.epochs[3].learned, learnedValues(layoutOf(spec, *run.outcome.data), run.outcome.parameters));
    EXPECT_LT(run.epochs[3].learned[0].least, run.epochs[3].learned[0].greatest);
}

TEST(Learning, tellsTheEasySetsApartInAFewEpochs)
{
    for (const char* name : {"circle", "xor", "gauss", "moons"}) {
        TrainingSpec spec = specOf(name, 8, "tanh(x)");
        spec.epochs = 50;
        EXPECT_GE(learnt(spec).epochs.back().testAccuracy, 0.95) << name;
    }
}

TEST(Learning, isTheSameBitForBit)
{
    TrainingSpec spec = specOf("moons", 8, "tanh(x)");
    spec.epochs = 20;
    EXPECT_EQ(learnt(spec).outcome.parameters, learnt(spec).outcome.parameters);
}

}  // namespace
}  // namespace actlab::nn
