#include "app/models/weight_edits.hpp"

#include "core/nn/engine.hpp"
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
        workspace.edit("set up", [](workspace::Document& document) { document.training = smallSpec(); });
        workspace.undoStack().clear();
    }
    bool hasWeight(std::size_t parameter, float value) const
    {
        return waitUntil([&] { return session.picture() && session.picture()->parameters[parameter] == value; });
    }
    /// The view does so after every edit of the document.
    void follow()
    {
        const nn::TrainingSpec& spec = workspace.document().training;
        edits.follow(spec, std::make_shared<const data::Dataset>(data::load(spec.data).value()));
    }
    void setSeed(std::uint64_t seed)
    {
        workspace.edit("seed", [seed](workspace::Document& document) { document.training.seed = seed; });
        follow();
    }

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

TEST_F(WeightEditsTest, followTheSettingsAsLongAsTheNumbersHaveTheirPlaces)
{
    edits.set(3, 0.5F, 0.25F);
    ASSERT_TRUE(hasWeight(3, 0.5F));
    workspace.edit("rate", [](workspace::Document& document) { document.training.learningRate = 0.5; });
    follow();
    EXPECT_EQ(session.state(), State::Edited);
    EXPECT_EQ(session.spec().learningRate, 0.5);
    EXPECT_TRUE(hasWeight(3, 0.5F));
    workspace.edit("widen", [](workspace::Document& document) { document.training.hidden[0].width += 1; });
    follow();
    EXPECT_EQ(session.state(), State::Idle);
}

TEST_F(WeightEditsTest, followSettingsThatChangeFasterThanANetworkIsMade)
{
    edits.set(3, 0.5F, 0.25F);
    for (const std::uint64_t seed : {7U, 8U, 9U}) {
        EXPECT_FALSE(session.data()) << "it is still being made";
        setSeed(seed);
    }
    EXPECT_EQ(session.state(), State::Edited);
    EXPECT_EQ(session.spec().seed, 9U);
    EXPECT_TRUE(hasWeight(3, 0.5F));
}

TEST_F(WeightEditsTest, thatWereTakenBackStaySoWhenTheSettingsChange)
{
    edits.set(4, 0.1F, 0.2F);
    edits.set(3, 0.5F, 0.25F);
    workspace.undo();
    setSeed(7);
    ASSERT_TRUE(hasWeight(4, 0.1F));
    const auto data = data::load(session.spec().data).value();
    const float ofTheSeed = nn::initialParameters(session.spec(), data)[3];
    ASSERT_NE(ofTheSeed, 0.25F);
    EXPECT_TRUE(hasWeight(3, ofTheSeed));
    edits.set(3, 0.75F, ofTheSeed);
    ASSERT_TRUE(hasWeight(3, 0.75F));
    workspace.undo();
    EXPECT_TRUE(hasWeight(3, ofTheSeed));
    workspace.edit("epochs", [](workspace::Document& document) { document.training.epochs = 9; });
    follow();
    EXPECT_TRUE(hasWeight(3, ofTheSeed)) << "taken back to what this seed begins with";
    EXPECT_TRUE(hasWeight(4, 0.1F));
}

TEST_F(WeightEditsTest, areNoChangeOfTheDocument)
{
    const QTemporaryDir folder;
    ASSERT_EQ(workspace.save(folder.filePath("mine.actlab")), std::nullopt);
    edits.set(3, 0.5F, 0.25F);
    EXPECT_EQ(workspace.undoStack().count(), 1);
    EXPECT_FALSE(workspace.isModified());
    EXPECT_FALSE(workspace.holdsUnsavedWork());
    setSeed(7);
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

TEST_F(WeightEditsTest, ofANetworkThatCannotBeTrainedDoNothing)
{
    workspace.edit("break", [](workspace::Document& document) { document.training.hidden[0].width = 0; });
    edits.set(3, 0.5F, 0.25F);
    EXPECT_EQ(session.state(), State::Idle);
}

}  // namespace
}  // namespace actlab::models
