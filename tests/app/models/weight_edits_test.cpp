#include "app/models/weight_edits.hpp"

#include "tests/app/models/scripted_training.hpp"

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
    void follow() { edits.follow(workspace.document().training); }

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
