// A run on the screen that is edited while it goes on: the real training behind a real session.
#include "app/models/training_session.hpp"

#include "core/activation/catalogue.hpp"
#include "core/nn/engine.hpp"
#include "core/workspace/run.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace actlab::models {
namespace {

using activation::findInCatalogue;

activation::ActivationPtr learningPrelu()
{
    return activation::makeActivation({"PReLU", "max(x, a*x)", "", {{"a", 0.25, 0, 1, true}}}).value();
}

TEST(TrainingSessionEdits, becomeTheSpecOnceTheRunHasTakenThem)
{
    TrainingSession session;
    session.start(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 3; }));
    session.setActivation(0, findInCatalogue("gelu"));
    session.setFrozen(0, true);
    EXPECT_EQ(session.askedSpec().hidden[0].activation, findInCatalogue("gelu"));
    EXPECT_TRUE(session.askedSpec().hidden[0].frozen);
    ASSERT_TRUE(waitUntil([&] { return session.marks().size() == 2; }));
    EXPECT_EQ(session.spec().hidden[0].activation, findInCatalogue("gelu"));
    EXPECT_TRUE(session.spec().hidden[0].frozen);
    EXPECT_EQ(nn::sentence(session.marks()[0]), "layer 1: Tanh → GELU");
    EXPECT_EQ(nn::sentence(session.marks()[1]), "layer 1 frozen");
}

TEST(TrainingSessionEdits, areShownAtOnceWhileItIsPaused)
{
    TrainingSession session;
    session.step(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.picture() && session.history().size() == 2; }));
    staysTrue([] { return true; });  // the picture of the pause
    const auto before = session.picture();
    session.setWeight(1, 7.5F);
    ASSERT_TRUE(waitUntil([&] { return session.picture() != before; }));
    EXPECT_EQ(session.picture()->parameters[1], 7.5F);
    EXPECT_NE(session.picture()->values, before->values);
    EXPECT_EQ(session.history().size(), 2U);
    EXPECT_EQ(session.state(), TrainingSession::State::Paused);
}

TEST(TrainingSessionEdits, areNotInTheFiguresOfBefore)
{
    TrainingSession session;
    session.step(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() == 2; }));
    EXPECT_FALSE(session.isEditedSince());
    session.setLearningRate(0.5);
    ASSERT_TRUE(waitUntil([&] { return session.marks().size() == 1; }));
    EXPECT_FALSE(session.isEditedSince()) << "it answers as before";
    session.setWeight(1, 7.5F);
    ASSERT_TRUE(waitUntil([&] { return session.marks().size() == 2; }));
    EXPECT_TRUE(session.isEditedSince());
    EXPECT_TRUE(session.outcomeSoFar().message.find("measured before its last edits") != std::string::npos);
    session.step(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() == 3; }));
    EXPECT_FALSE(session.isEditedSince()) << "measured anew";
}

TEST(TrainingSessionEdits, setAWeightWhileItRuns)
{
    nn::TrainingSpec spec = smallSpec();
    spec.hidden[0].frozen = true;
    TrainingSession session;
    session.start(spec);
    ASSERT_TRUE(waitUntil([&] { return session.picture() && session.history().size() > 3; }));
    session.setWeight(1, 7.5F);
    EXPECT_TRUE(waitUntil([&] { return session.picture()->parameters[1] == 7.5F; })) << "frozen, it stays so";
}

TEST(TrainingSessionEdits, keepTheLearnedValuesInStep)
{
    nn::TrainingSpec spec = smallSpec();
    spec.hidden.push_back({3, findInCatalogue("tanh")});
    TrainingSession session;
    session.start(spec);
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 3; }));
    EXPECT_TRUE(session.history().front().learned.empty());
    session.setActivation(1, learningPrelu());
    ASSERT_TRUE(waitUntil([&] { return session.marks().size() == 1; }));
    const std::size_t edited = session.history().size();
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > edited + 3; }));
    const std::size_t learned = nn::learnedParameters(session.spec().hidden).size();
    ASSERT_EQ(learned, 1U);
    for (const nn::EpochMetrics& metrics : session.history())
        ASSERT_EQ(metrics.learned.size(), learned) << "epoch " << metrics.epoch;
    EXPECT_TRUE(std::isnan(session.history().front().learned[0].mean));
    EXPECT_FALSE(std::isnan(session.history().back().learned[0].mean));
}

TEST(TrainingSessionEdits, areKeptWithTheRun)
{
    TrainingSession session;
    session.start(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 3; }));
    session.setActivation(0, learningPrelu());
    ASSERT_TRUE(waitUntil([&] { return !session.marks().empty(); }));
    session.stop();
    ASSERT_TRUE(waitUntil([&] { return session.state() == TrainingSession::State::Finished; }));
    const workspace::Run run = workspace::makeRun(session.spec(), session.history(), session.outcome());
    ASSERT_EQ(run.marks.size(), 1U);
    EXPECT_EQ(nn::sentence(run.marks[0]), "layer 1: Tanh → PReLU");
    ASSERT_TRUE(run.network);
    EXPECT_EQ(run.network->activations.at(0).activation->name(), "PReLU");
}

TEST(TrainingSessionEdits, ofNoRunAndOfNoSenseChangeNothing)
{
    TrainingSession session;
    session.setActivation(0, findInCatalogue("gelu"));
    session.setWeight(0, 1);
    session.start(smallSpec());
    session.setLearningRate(std::nan(""));
    session.setActivation(5, findInCatalogue("gelu"));
    session.setActivation(0, nullptr);
    session.setWeight(1'000'000, 1);
    session.setWeight(0, INFINITY);
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 3; }));
    EXPECT_TRUE(session.marks().empty());
    EXPECT_EQ(session.askedSpec().learningRate, smallSpec().learningRate);
}

TEST(TrainingSessionEdits, areForgottenWithTheRun)
{
    TrainingSession session;
    session.start(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 3; }));
    session.setLearningRate(0.5);
    ASSERT_TRUE(waitUntil([&] { return !session.marks().empty(); }));
    session.start(smallSpec());
    EXPECT_TRUE(session.marks().empty());
    EXPECT_EQ(session.spec().learningRate, smallSpec().learningRate);
}

}  // namespace
}  // namespace actlab::models
