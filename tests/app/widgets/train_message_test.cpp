#include "app/widgets/train_message.hpp"

#include "tests/app/models/scripted_training.hpp"

#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

using Kind = TrainMessage::Kind;
using Action = TrainMessage::Action;
using State = models::TrainingSession::State;

TEST(TrainMessage, teachesByTheKindOfData)
{
    const models::TrainingSession session;
    nn::TrainingSpec plane = models::smallSpec(), curve = models::smallSpec(), pictures = models::smallSpec();
    curve.data.name = "sine";
    curve.loss = nn::Loss::MeanSquared;
    pictures.data.name = "digits";
    EXPECT_TRUE(trainMessage(session, plane).text.contains("orange"));
    EXPECT_TRUE(trainMessage(session, curve).text.contains("curve"));
    EXPECT_TRUE(trainMessage(session, pictures).text.contains("pictures"));
}

TEST(TrainMessage, saysWhatIsWrongInsteadOfInviting)
{
    nn::TrainingSpec spec = models::smallSpec();
    spec.data.noise = 7;
    const TrainMessage message = trainMessage(models::TrainingSession(), spec);
    EXPECT_EQ(message.kind, Kind::Warning);
    EXPECT_TRUE(message.text.contains("Noise"));
}

TEST(TrainMessage, offersANewStartOnlyAfterAChange)
{
    models::TrainingSession session(nullptr, models::ScriptedTraining().train());
    nn::TrainingSpec spec = models::smallSpec();
    spec.epochs = 2;
    session.start(spec);
    ASSERT_TRUE(models::waitUntil([&] { return session.state() == State::Finished; }));
    EXPECT_EQ(trainMessage(session, spec).action, Action::None);
    EXPECT_EQ(trainMessage(session, spec).kind, Kind::Good);
    spec.batch = 33;
    EXPECT_EQ(trainMessage(session, spec).action, Action::Start);
}

TEST(TrainMessage, callsARunThatEndedWorseThanItBeganNoSuccess)
{
    const auto climb = [](const nn::TrainingSpec& spec, const std::stop_token&, nn::Commands&,
                          nn::Observer& observer) {
        observer.started(std::make_shared<const data::Dataset>(data::load(spec.data).value()), "scripted");
        observer.epochDone({.epoch = 0, .trainLoss = 0.5});
        observer.epochDone({.epoch = 1, .trainLoss = 75});
        nn::Outcome outcome;
        outcome.isWorse = true;
        outcome.suggestedLearningRate = 0.01;
        return outcome;
    };
    models::TrainingSession session(nullptr, climb);
    nn::TrainingSpec spec = models::smallSpec();
    spec.learningRate = 10;
    session.start(spec);
    ASSERT_TRUE(models::waitUntil([&] { return session.state() == State::Finished; }));
    const TrainMessage message = trainMessage(session, spec);
    EXPECT_EQ(message.kind, Kind::Warning);
    EXPECT_TRUE(message.text.contains("ended at 75, above the 0.5 it began with. The learning rate 10"));
    EXPECT_EQ(message.action, Action::UseSuggestedRate);
    EXPECT_EQ(message.button, "Start with 0.01");
}

TEST(TrainMessage, namesTheReasonOfAFailure)
{
    models::TrainingSession session(nullptr, models::ScriptedTraining({.throwsAt = 1}).train());
    session.start(models::smallSpec());
    ASSERT_TRUE(models::waitUntil([&] { return session.state() == State::Finished; }));
    EXPECT_EQ(trainMessage(session, models::smallSpec()).kind, Kind::Warning);
    EXPECT_TRUE(trainMessage(session, models::smallSpec()).text.contains("the disk is full"));
}

}  // namespace
}  // namespace actlab::widgets
