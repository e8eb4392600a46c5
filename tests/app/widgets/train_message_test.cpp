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
