#include "app/models/compose_pieces.hpp"

#include "tests/samples.hpp"

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
        pieces.drag(x, {});
    pieces.drop();
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 4: x, 5}");
    EXPECT_EQ(steps(), before + 1);
    workspace.undo();
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 2: x, 5}");
}

TEST_F(ComposePiecesTest, aKnotStopsWithinReachOfItsNeighbours)
{
    write("{x < 0: 0, x < 2: x, 5}");
    pieces.grab(1);
    pieces.drag(-3.0, {}, {0.25, 0});
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 0.25: x, 5}");
    pieces.drop();
    pieces.grab(0);
    pieces.drag(7.0, {}, {1, 0});
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 0.25: x, 5}") << "it was nearer already";
    pieces.drop();
}

TEST_F(ComposePiecesTest, whatAnEditHasMadeAlreadyIsNotMadeAgain)
{
    write("{x < 0: 0, x < 2: x, 5}");
    activation::Definition next = model.activation()->definition();
    next.formula = "{x < 0: 0, x < 3: x, 5}";
    const auto made = activation::makeActivation(next).value();
    model.foresee(made);
    write(next.formula.c_str());
    EXPECT_EQ(model.activation(), made);
    model.foresee(made);
    write("{x < 0: 0, x < 4: x, 5}");
    EXPECT_EQ(model.activation()->definition().formula, "{x < 0: 0, x < 4: x, 5}") << "nobody foresaw that";
}

TEST_F(ComposePiecesTest, aDragThatIsTakenBackHasNeverBeen)
{
    write("{x < 0: 0, x < 2: x, 5}");
    const int before = steps();
    pieces.grab(0);
    pieces.drag(1, {});
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
    pieces.drag(7, {});
    ASSERT_EQ(pieces.knots().size(), 2U);
    EXPECT_LT(pieces.knots()[0].join.x, 2);
    pieces.drag(0, {});
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 2: x, 5}");
}

TEST_F(ComposePiecesTest, aKnotGoesUpAndDownInTheSameStep)
{
    write("{x < 0: 0, x < 2: x, 2}");
    const int before = steps();
    pieces.grab(1);
    pieces.drag(3, {});
    pieces.drag(4, 1);
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 4: 0.25*x, 1}");
    pieces.drag({}, 1);
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 2: 0.5*x, 1}");
    pieces.drop();
    EXPECT_EQ(steps(), before + 1);
    workspace.undo();
    EXPECT_EQ(model.formula(), "{x < 0: 0, x < 2: x, 2}");
}

TEST_F(ComposePiecesTest, aJumpHasTwoEndsOfWhichTheOneThatIsTakenMoves)
{
    write("{x < 1: x, x + 2}");
    const auto [owner, other] = pieces.knots().at(0).ends;
    EXPECT_EQ(owner.y, 3);
    EXPECT_FALSE(owner.isOpen);
    EXPECT_EQ(other.y, 1);
    EXPECT_TRUE(other.isOpen);
    pieces.grab(0, 1);
    pieces.drag({}, 2.9, {0, 0.05});
    EXPECT_EQ(model.formula(), "{x < 1: x + 1.9, x + 2}");
    pieces.drag({}, 2.97, {0, 0.05});
    EXPECT_EQ(model.formula(), "{x < 1: x + 2, x + 2}") << "it meets the other end";
    EXPECT_TRUE(pieces.knots()[0].ends[1].exists()) << "in the hand it stays the end it was";
    pieces.drop();
    EXPECT_FALSE(pieces.knots()[0].ends[1].exists());
}

TEST_F(ComposePiecesTest, aPieceThatAloneGoesUpLeavesTheOtherBehind)
{
    write("{x < 0: exp(x), x + 1}");
    pieces.grab(0);
    pieces.drag({}, 3);
    EXPECT_EQ(model.formula(), "{x < 0: exp(x), x + 3}");
    EXPECT_EQ(pieces.knots().at(0).ends[0].y, 3);
    pieces.drop();
}

TEST_F(ComposePiecesTest, aDragThatEndsWhereItBeganIsNoStep)
{
    write("{x < a: 0, x < 2: x, 5}");
    const workspace::Draft first = workspace.document().draft;
    const int before = steps();
    pieces.grab(0);
    pieces.drag(-1, {});
    pieces.drag({}, {});
    pieces.drop();
    EXPECT_EQ(steps(), before);
    EXPECT_TRUE(workspace.document().draft == first);
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
    pieces.repair(0, {.repair = Repair::MeetInValue});
    EXPECT_NE(pieces.knots().at(0).join.join, analysis::Join::Jump) << model.formula().toStdString();
}

TEST_F(ComposePiecesTest, aBlendKeepsClearOfTheNextKnot)
{
    write("{x < 0: 0, x < 0.1: x + 1, 3}");
    pieces.repair(0, {.repair = Repair::BlendCubic});
    EXPECT_TRUE(refused.isEmpty());
    EXPECT_EQ(pieces.knots().size(), 3U);
}

TEST_F(ComposePiecesTest, saysWhyARepairCannotBe)
{
    write("{x < 0: 1/x, x}");
    const int before = steps();
    pieces.repair(0, {.repair = Repair::MeetInValue});
    ASSERT_EQ(refused.size(), 1);
    EXPECT_FALSE(refused.front().isEmpty());
    EXPECT_EQ(steps(), before);
}

TEST_F(ComposePiecesTest, showsThePiecesOfTheLastRightFormula)
{
    write("{x < 0: 0, x < 1: x}");
    ASSERT_EQ(pieces.stretches({}).size(), 2U) << "nothing holds beyond 1";
    EXPECT_EQ(pieces.stretches({})[1].x, (analysis::Interval{0, 1}));
    write("{x < 0: 0, x < 1: x");
    EXPECT_EQ(pieces.stretches({}).size(), 2U);
    write("tanh(x)");
    EXPECT_TRUE(pieces.stretches({}).empty());
}

TEST_F(ComposePiecesTest, remarksOnOverlapsAndGaps)
{
    write("{x < 0: 0, x > 1: x}");
    ASSERT_EQ(pieces.remarks().size(), 1U);
    EXPECT_EQ(pieces.remarks()[0].kind, analysis::CoverageKind::Missing);
}

void dragSomewhere(ComposePieces& pieces, std::size_t knot, std::optional<double> x, std::optional<double> y)
{
    pieces.grab(knot, pieces.knots().empty() || !pieces.knots()[knot].ends[1].exists() ? 0 : 1);
    pieces.drag(x, y, {0, 0.1});
    pieces.drop();
}

void repairSomehow(ComposePieces& pieces, std::size_t knot, std::mt19937& random)
{
    analysis::RepairOrder order{.repair = static_cast<Repair>(random() % 4)};
    if (random() % 2 == 0)
        order.adjusted = random() % 2 == 0 ? Side::Left : Side::Right;
    if (random() % 2 == 0)
        order.width = std::uniform_real_distribution(0.1, 4.0)(random);
    pieces.repair(knot, order);
}

/// One of everything a hand can do, somewhere. Formulas that have grown long give way to a short one.
void editSomewhere(ComposePieces& pieces, std::mt19937& random)
{
    const auto number = [&] { return std::round(std::uniform_real_distribution(-40.0, 40.0)(random)) / 10; };
    const std::size_t count = pieces.knots().size();
    const std::size_t knot = count == 0 ? 0 : random() % count;
    const double x = number(), y = number();
    if (pieces.model().formula().size() > 200)
        return pieces.model().setFormula(QStringLiteral("{x < %1: a, x + %2}").arg(x).arg(y));
    switch (count > 2 ? 6 : random() % 7) {
    case 0: return pieces.split(x);
    case 1: return pieces.toggleEnd(knot);
    case 2: return dragSomewhere(pieces, knot, x, {});
    case 3: return dragSomewhere(pieces, knot, {}, y);
    case 4: return dragSomewhere(pieces, knot, x, y);
    case 5: return repairSomehow(pieces, knot, random);
    default: return pieces.merge(knot, random() % 2 == 0 ? Side::Left : Side::Right);
    }
}

TEST_F(ComposePiecesTest, thousandsOfEditsAreAllUndoneAndAllRedone)
{
    constexpr int kEdits = tests::samples(10'000);
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
