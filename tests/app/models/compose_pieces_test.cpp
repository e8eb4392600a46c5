#include "app/models/compose_pieces.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace actlab::models {
namespace {

using analysis::Repair;
using analysis::Side;

class ComposePiecesTest : public ::testing::Test {
protected:
    void write(const char* formula)
    {
        workspace.endGesture();
        model.setFormula(formula);
        workspace.endGesture();
    }
    int steps() { return workspace.undoStack().count(); }

    void SetUp() override
    {
        QObject::connect(&pieces, &ComposePieces::refused, [this](const QString& why) { refused.append(why); });
    }

    QStringList refused;
    WorkspaceModel workspace;
    ComposeModel model{workspace};
    ComposePieces pieces{model};
};

TEST_F(ComposePiecesTest, tellsTheJoinsOfAFormulaThatIsRightOnly)
{
    write("{x < 0: 0, x < 2: x, 5}");
    ASSERT_EQ(pieces.knots().size(), 2U);
    EXPECT_EQ(pieces.knots()[0].join.join, analysis::Join::Kink);
    EXPECT_EQ(pieces.knots()[1].join.join, analysis::Join::Jump);
    write("{x < 0: 0, x < 2: x, 5");
    EXPECT_TRUE(pieces.knots().empty());
}

TEST_F(ComposePiecesTest, aDragIsOneStepHoweverManyMovesItTakes)
{
    write("{x < 0: 0, x < 2: x, 5}");
    const int before = steps();
    pieces.grab(1);
    for (const double x : {2.5, 3.0, 4.0})
        pieces.drag(x);
    pieces.drop();
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 4: x, 5}");
    EXPECT_EQ(steps(), before + 1);
    workspace.undo();
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 2: x, 5}");
}

TEST_F(ComposePiecesTest, aDragThatIsTakenBackHasNeverBeen)
{
    write("{x < 0: 0, x < 2: x, 5}");
    const int before = steps();
    pieces.grab(0);
    pieces.drag(1);
    pieces.takeBack();
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 2: x, 5}");
    EXPECT_EQ(steps(), before);
    EXPECT_FALSE(workspace.undoStack().canRedo());
    EXPECT_FALSE(pieces.isDragging());
}

TEST_F(ComposePiecesTest, aKnotStopsAtItsNeighbour)
{
    write("{x < 0: 0, x < 2: x, 5}");
    pieces.grab(0);
    pieces.drag(7);
    ASSERT_EQ(pieces.knots().size(), 2U);
    EXPECT_LT(pieces.knots()[0].join.x, 2);
    pieces.drag(0);
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 2: x, 5}");
}

TEST_F(ComposePiecesTest, splitsAndMergesWithoutChangingTheFunction)
{
    write("tanh(x)");
    pieces.split(1);
    ASSERT_EQ(pieces.knots().size(), 1U);
    EXPECT_NEAR(model.valueAt(2), std::tanh(2.0), 1e-15);
    pieces.merge(0, Side::Left);
    EXPECT_TRUE(pieces.knots().empty());
    EXPECT_NEAR(model.valueAt(2), std::tanh(2.0), 1e-15);
}

TEST_F(ComposePiecesTest, givesTheBoundaryPointToTheOtherPiece)
{
    write("{x < 0: 0, 1}");
    EXPECT_EQ(model.valueAt(0), 1);
    pieces.toggleEnd(0);
    EXPECT_EQ(model.formula(), "{x <= 0: 0, 1}");
    EXPECT_EQ(model.valueAt(0), 0);
}

TEST_F(ComposePiecesTest, repairsAJump)
{
    write("{x < 0: x, x < 0.5: x + 1, x*x}");
    pieces.repair(0, Repair::MeetInValue);
    EXPECT_NE(pieces.knots().at(0).join.join, analysis::Join::Jump) << model.formula().toStdString();
}

TEST_F(ComposePiecesTest, aBlendKeepsClearOfTheNextKnot)
{
    write("{x < 0: 0, x < 0.1: x + 1, 3}");
    pieces.repair(0, Repair::BlendCubic);
    EXPECT_TRUE(refused.isEmpty());
    EXPECT_EQ(pieces.knots().size(), 3U);
}

TEST_F(ComposePiecesTest, saysWhyARepairCannotBe)
{
    write("{x < 0: 1/x, x}");
    const int before = steps();
    pieces.repair(0, Repair::MeetInValue);
    ASSERT_EQ(refused.size(), 1);
    EXPECT_FALSE(refused.front().isEmpty());
    EXPECT_EQ(steps(), before);
}

TEST_F(ComposePiecesTest, remarksOnOverlapsAndGaps)
{
    write("{x < 0: 0, x > 1: x}");
    ASSERT_EQ(pieces.remarks().size(), 1U);
    EXPECT_EQ(pieces.remarks()[0].kind, analysis::CoverageKind::Missing);
}

/// One of everything a hand can do, somewhere.
void editSomewhere(ComposePieces& pieces, std::mt19937& random)
{
    const double x = std::round(std::uniform_real_distribution(-40.0, 40.0)(random)) / 10;
    const std::size_t count = pieces.knots().size();
    const std::size_t knot = count == 0 ? 0 : random() % count;
    switch (count > 2 ? 3 : random() % 4) {
    case 0: return pieces.split(x);
    case 1: return pieces.toggleEnd(knot);
    case 2:
        pieces.grab(knot);
        pieces.drag(x);
        return pieces.drop();
    default: return pieces.merge(knot, random() % 2 == 0 ? Side::Left : Side::Right);
    }
}

TEST_F(ComposePiecesTest, tenThousandEditsAreAllUndoneAndAllRedone)
{
    constexpr int kEdits = 10'000;
    std::mt19937 random(7);
    const workspace::Draft first = workspace.document().draft;
    for (int i = 0; i < kEdits; ++i) {
        editSomewhere(pieces, random);
        ASSERT_FALSE(model.error()) << model.formula().toStdString();
    }
    const workspace::Draft last = workspace.document().draft;
    const int taken = steps();
    EXPECT_GT(taken, kEdits / 2);
    while (workspace.undoStack().canUndo())
        workspace.undo();
    EXPECT_TRUE(workspace.document().draft == first);
    while (workspace.undoStack().canRedo())
        workspace.redo();
    EXPECT_TRUE(workspace.document().draft == last);
    EXPECT_EQ(steps(), taken);
}

}  // namespace
}  // namespace actlab::models
