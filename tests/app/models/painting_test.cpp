#include "app/models/painting.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

class PaintingTest : public ::testing::Test {
protected:
    const std::vector<data::PaintedPoint>& points() const { return workspace.document().training.data.points; }
    int steps() { return workspace.undoStack().count(); }

    WorkspaceModel workspace;
    Painting painting{workspace};
};

TEST_F(PaintingTest, makesAStrokeOneStepHoweverItIsMoved)
{
    painting.begin({1, 0}, {-1, 0});
    painting.moveTo({0, 0});
    painting.moveTo({1, 0});
    painting.end();
    EXPECT_EQ(points().size(), 11U);
    EXPECT_EQ(steps(), 1);
    EXPECT_EQ(workspace.undoStack().undoText(), "Paint points");
    workspace.undo();
    EXPECT_TRUE(points().empty());
}

TEST_F(PaintingTest, partsTwoStrokes)
{
    for (const double y : {1.0, 2.0}) {
        painting.begin({}, {0, y});
        painting.end();
    }
    EXPECT_EQ(steps(), 2);
    painting.moveTo({3, 3});
    EXPECT_EQ(points().size(), 2U) << "between strokes the hand paints nothing";
}

TEST_F(PaintingTest, makesNoStepOfWhatChangesNothing)
{
    painting.clear();
    painting.begin({0, 1, true}, {0, 0});
    painting.moveTo({3, 3});
    painting.end();
    EXPECT_EQ(steps(), 0);
}

TEST_F(PaintingTest, clearsInOneStep)
{
    painting.begin({0, 2}, {0, 0});
    painting.end();
    painting.clear();
    EXPECT_TRUE(points().empty());
    EXPECT_EQ(steps(), 2);
}

}  // namespace
}  // namespace actlab::models
