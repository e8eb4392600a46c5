#include "app/models/weight_edits.hpp"

#include "core/nn/hand_weights.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace actlab::models {
namespace {

using State = TrainingSession::State;

class WeightEditsTest : public ::testing::Test {
protected:
    WeightEditsTest()
    {
        edit([](nn::TrainingSpec& spec) { spec = smallSpec(); });
        workspace.undoStack().clear();
        QObject::connect(&workspace, &WorkspaceModel::documentChanged, [this] { follow(); });  // as the view does
        follow();
    }
    bool hasWeight(std::size_t parameter, float value) const
    {
        return waitUntil([&] { return session.picture() && session.picture()->parameters[parameter] == value; });
    }
    void edit(const std::function<void(nn::TrainingSpec&)>& change)
    {
        workspace.edit("edit", [&change](workspace::Document& document) { change(document.training); });
    }
    void follow()
    {
        const nn::TrainingSpec& spec = workspace.document().training;
        if (!nn::validate(spec))
            data = std::make_shared<const data::Dataset>(data::load(spec.data).value());
        edits.follow(spec, data);
    }
    float drawn(std::size_t parameter) const
    {
        nn::TrainingSpec spec = workspace.document().training;
        spec.handWeights.clear();
        return nn::initialParameters(spec, *data)[parameter];
    }

    std::shared_ptr<const data::Dataset> data;
    WorkspaceModel workspace;
    TrainingSession session;
    WeightEdits edits{workspace, session};
};

TEST_F(WeightEditsTest, ofOneHoldAreOneStepAndOfTwoHoldsTwo)
{
    for (const float value : {0.5F, 0.6F, 0.7F})
        edits.set(3, value, 0.25F);
    EXPECT_EQ(workspace.undoStack().count(), 1);
    edits.set(3, 0.9F, 0.7F);
    edits.set(4, 0.1F, 0.2F);
    EXPECT_EQ(workspace.undoStack().count(), 3);
    EXPECT_TRUE(hasWeight(3, 0.9F));
    EXPECT_TRUE(hasWeight(4, 0.1F));
    workspace.undo();
    workspace.undo();
    EXPECT_TRUE(hasWeight(3, 0.7F));
    EXPECT_EQ(session.state(), State::Edited);
    workspace.undo();
    EXPECT_EQ(session.state(), State::Idle) << "nothing is edited any more";
}

TEST_F(WeightEditsTest, areWhereARunBeginsAndNoEditOfIt)
{
    edits.set(3, 0.5F, 0.25F);
    ASSERT_TRUE(hasWeight(3, 0.5F));
    EXPECT_TRUE(session.marks().empty());
    session.step(workspace.document().training);
    ASSERT_TRUE(waitUntil([&] { return session.history().size() == 2; }));
    EXPECT_EQ(session.spec().handWeights.size(), 1U);
    EXPECT_TRUE(session.marks().empty());
}

TEST_F(WeightEditsTest, areInTheFileAndThereAfterItIsOpened)
{
    const QTemporaryDir folder;
    edits.set(3, 0.1F, 0.25F);
    EXPECT_TRUE(workspace.isModified());
    ASSERT_EQ(workspace.save(folder.filePath("mine.actlab")), std::nullopt);
    workspace.reset({});
    EXPECT_EQ(session.state(), State::Idle);
    ASSERT_EQ(workspace.open(folder.filePath("mine.actlab")), std::nullopt);
    EXPECT_TRUE(hasWeight(3, 0.1F));
    EXPECT_EQ(session.state(), State::Edited);
}

TEST_F(WeightEditsTest, stayWhereOtherDataLeaveTheirLayerItsShape)
{
    edits.set(3, 0.5F, 0.25F);
    edit([](nn::TrainingSpec& spec) { spec.data.name = "moons"; });
    EXPECT_TRUE(hasWeight(3, 0.5F));
    EXPECT_EQ(edits.waiting(), 0U);
}

TEST_F(WeightEditsTest, waitWhereTheirLayerIsAnotherAndComeBackWithIt)
{
    edits.set(3, 0.5F, 0.25F);
    const auto output = data->train.features * 4 + 4;
    edits.set(output, 0.75F, 0.25F);
    EXPECT_EQ(edits.waiting(), 0U);
    edit([](nn::TrainingSpec& spec) { spec.data.features = {data::Feature::X}; });
    EXPECT_EQ(edits.waiting(), 1U) << "the first layer has one input now";
    EXPECT_EQ(session.state(), State::Edited) << "the other one has its place";
    edit([](nn::TrainingSpec& spec) { spec.hidden[0].width += 1; });
    EXPECT_EQ(edits.waiting(), 2U);
    EXPECT_EQ(session.state(), State::Idle);
    workspace.undo();
    workspace.undo();
    EXPECT_EQ(edits.waiting(), 0U);
    EXPECT_TRUE(hasWeight(3, 0.5F));
    EXPECT_TRUE(hasWeight(output, 0.75F));
}

TEST_F(WeightEditsTest, areTakenBackAllAtOnceAndThatIsUndone)
{
    edits.set(3, 0.5F, 0.25F);
    edits.set(4, 0.75F, 0.25F);
    edits.takeBack();
    EXPECT_EQ(session.state(), State::Idle);
    workspace.undo();
    EXPECT_TRUE(hasWeight(3, 0.5F));
    EXPECT_TRUE(hasWeight(4, 0.75F));
    workspace.undo();
    workspace.undo();
    const int steps = workspace.undoStack().count();
    edits.takeBack();
    EXPECT_EQ(workspace.undoStack().count(), steps) << "there is nothing to take back";
}

TEST_F(WeightEditsTest, followSettingsThatChangeFasterThanANetworkIsMade)
{
    edits.set(3, 0.5F, 0.25F);
    for (const std::uint64_t seed : {7U, 8U, 9U}) {
        EXPECT_FALSE(session.data()) << "it is still being made";
        edit([seed](nn::TrainingSpec& spec) { spec.seed = seed; });
    }
    EXPECT_EQ(session.state(), State::Edited);
    EXPECT_EQ(session.spec().seed, 9U);
    EXPECT_TRUE(hasWeight(3, 0.5F));
}

TEST_F(WeightEditsTest, thatWereTakenBackAreDrawnFromTheSeedAgain)
{
    edits.set(4, 0.1F, 0.2F);
    edits.set(3, 0.5F, 0.25F);
    workspace.undo();
    ASSERT_TRUE(hasWeight(4, 0.1F));
    EXPECT_TRUE(hasWeight(3, drawn(3)));
    edit([](nn::TrainingSpec& spec) { spec.seed = 7; });
    EXPECT_TRUE(hasWeight(3, drawn(3)));
    EXPECT_TRUE(hasWeight(4, 0.1F));
}

TEST_F(WeightEditsTest, ofARunAreNoChangeOfTheDocument)
{
    const QTemporaryDir folder;
    ASSERT_EQ(workspace.save(folder.filePath("mine.actlab")), std::nullopt);
    session.step(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() == 2; }));
    edits.set(3, 0.5F, 0.25F);
    EXPECT_EQ(workspace.undoStack().count(), 1);
    EXPECT_FALSE(workspace.isModified());
    edit([](nn::TrainingSpec& spec) { spec.seed = 7; });
    EXPECT_TRUE(workspace.isModified());
    workspace.undo();
    EXPECT_FALSE(workspace.isModified()) << "the weight is set still, and the document as it was saved";
}

TEST_F(WeightEditsTest, ofARunThatIsOverLeaveTheStack)
{
    session.step(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() == 2; }));
    edits.set(3, 0.5F, 0.25F);
    ASSERT_TRUE(hasWeight(3, 0.5F));
    session.start(smallSpec());
    EXPECT_EQ(workspace.undo(), "") << "no step is left";
    EXPECT_EQ(workspace.undoStack().count(), 0);
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 2; }));
    EXPECT_TRUE(session.marks().empty()) << "the other run knows nothing of it";
}

TEST_F(WeightEditsTest, thatMeetTheTargetAreNoRunAsNobodyHasBegunOne)
{
    edit([](nn::TrainingSpec& spec) { spec.targetAccuracy = 0.01; });
    edits.set(3, 0.5F, 0.25F);
    ASSERT_TRUE(hasWeight(3, 0.5F));
    EXPECT_TRUE(staysTrue([this] { return session.state() == State::Edited && session.isOn(); }));
    edits.set(3, 0.75F, 0.5F);
    EXPECT_TRUE(hasWeight(3, 0.75F)) << "it goes on to show what is set";
    EXPECT_EQ(session.spec().targetAccuracy, 0.01);
    session.start(workspace.document().training);
    ASSERT_TRUE(waitUntil([this] { return session.state() == State::Finished; }));
    EXPECT_EQ(session.outcome().ending, nn::Ending::ReachedTarget) << "a run still has its target";
}

TEST_F(WeightEditsTest, withAnInfiniteLossAreNoRunAndSayWhyUntilTheyAreOthers)
{
    bool hasEnded = false;
    QObject::connect(&session, &TrainingSession::finished, [&] { hasEnded = true; });
    const auto output = data->train.features * 4 + 4;
    edits.set(output, 1e30F, 0.25F);
    ASSERT_TRUE(waitUntil([this] { return !session.isOn(); }));
    EXPECT_EQ(session.state(), State::Edited);
    EXPECT_NE(session.outcome().message.find("set by hand"), std::string::npos) << session.outcome().message;
    EXPECT_FALSE(hasEnded);
    edits.set(output, 0.5F, 1e30F);
    EXPECT_TRUE(hasWeight(output, 0.5F));
    EXPECT_TRUE(session.isOn());
    edits.takeBack();
    edits.set(output, 1e30F, 0.25F);
    ASSERT_TRUE(waitUntil([this] { return !session.isOn(); }));
    edits.takeBack();
    EXPECT_EQ(session.state(), State::Idle);
}

TEST_F(WeightEditsTest, areNothingThatStopEnds)
{
    edits.set(3, 0.5F, 0.25F);
    ASSERT_TRUE(hasWeight(3, 0.5F));
    session.stopNow();
    EXPECT_TRUE(staysTrue([this] { return session.state() == State::Edited && session.isOn(); }));
}

TEST_F(WeightEditsTest, ofANetworkThatCannotBeTrainedDoNothing)
{
    edit([](nn::TrainingSpec& spec) { spec.hidden[0].width = 0; });
    edits.set(3, 0.5F, 0.25F);
    EXPECT_EQ(session.state(), State::Idle);
    EXPECT_TRUE(workspace.document().training.handWeights.empty());
}

}  // namespace
}  // namespace actlab::models
