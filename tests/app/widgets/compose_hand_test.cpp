#include "compose_bench.hpp"

#include <QSignalSpy>
#include <QToolButton>

namespace actlab::widgets {
namespace {

constexpr auto kFirst = "{x < 0: 0.1*x, x < 1: x, 1}";

class ComposeHandTest : public ComposeBench {
protected:
    /// Presses on the value and goes these pixels away, without letting go.
    void dragBy(QPointF from, std::vector<QPoint> away, Qt::KeyboardModifiers keys = {})
    {
        press(pixel(from));
        for (const QPoint& each : away)
            move(pixel(from) + each, keys);
    }
    const std::string& row(std::size_t index)
    {
        m_rows = pieces().layout.rows;
        return m_rows.at(index).formula;
    }
    Qt::CursorShape shapeOver(QPointF value)
    {
        QMouseEvent event(QEvent::MouseMove, pixel(value), surface().mapToGlobal(pixel(value)), Qt::NoButton,
                          Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&surface(), &event);
        return surface().cursor().shape();
    }

private:
    std::vector<activation::PieceText> m_rows;
};

TEST_F(ComposeHandTest, aKnotGoesWhereTheHandGoesInOneStep)
{
    drag({1, 1}, {2, 0.5});
    const std::string after = formula();
    const analysis::PieceMap now = pieces();
    ASSERT_EQ(now.joins.size(), 2U);
    EXPECT_NEAR(now.joins[1].x, 2, 0.05);
    EXPECT_NEAR(now.joins[1].left.value, 0.5, 0.02);
    EXPECT_TRUE(now.joins[1].meetsInValue());
    EXPECT_EQ(now.joins[0].join, analysis::Join::Kink) << "the other end of the line stays";
    EXPECT_EQ(steps(), 1);
    workspace.undo();
    EXPECT_EQ(formula(), kFirst);
    workspace.redo();
    EXPECT_EQ(formula(), after);
}

TEST_F(ComposeHandTest, aLevelDragMovesTheBoundaryAlone)
{
    dragBy({1, 1}, {{15, 3}, {30, -5}, {45, 7}, {60, 8}});
    release(pixel({1, 1}) + QPoint(60, 8));
    EXPECT_GT(pieces().joins.at(1).x, 1.5);
    EXPECT_EQ(row(1), "x");
    EXPECT_EQ(row(2), "1");
}

TEST_F(ComposeHandTest, aSteepDragMovesTheValueAlone)
{
    dragBy({1, 1}, {{2, 20}, {-3, 40}, {8, 60}});
    release(pixel({1, 1}) + QPoint(8, 60));
    const analysis::PieceJoin join = pieces().joins.at(1);
    EXPECT_EQ(join.x, 1);
    EXPECT_LT(join.valueAt, 0.95);
    EXPECT_TRUE(join.meetsInValue());
}

TEST_F(ComposeHandTest, shiftKeepsADragOnOneAxis)
{
    dragBy({1, 1}, {{30, 30}, {90, 60}}, Qt::ShiftModifier);
    EXPECT_EQ(row(1), "x");
    EXPECT_GT(pieces().joins.at(1).x, 1.5);
    move(pixel({1, 1}) + QPoint(40, 90), Qt::ShiftModifier);
    EXPECT_EQ(pieces().joins.at(1).x, 1);
    EXPECT_NE(row(2), "1");
    release(pixel({1, 1}) + QPoint(40, 90));
    EXPECT_EQ(steps(), 1);
}

TEST_F(ComposeHandTest, aKnotThatIsBroughtBackHasNeverBeenAway)
{
    dragBy({1, 1}, {{30, 30}, {60, 40}, {1, 1}});
    EXPECT_EQ(formula(), kFirst);
    release(pixel({1, 1}) + QPoint(1, 1));
    EXPECT_EQ(steps(), 0);
}

TEST_F(ComposeHandTest, escapeTakesADragBackAsIfItHadNeverBeen)
{
    dragBy({1, 1}, {{60, 40}});
    EXPECT_NE(formula(), kFirst);
    QTest::keyClick(&plot(), Qt::Key_Escape);
    release(pixel({1, 1}) + QPoint(60, 40));
    EXPECT_EQ(formula(), kFirst);
    EXPECT_EQ(steps(), 0);
}

TEST_F(ComposeHandTest, atAJumpTheEndThatIsTakenMoves)
{
    begin("{x < 1: x, 3}");
    drag({1, 3}, {1, 2});
    EXPECT_EQ(row(0), "x");
    EXPECT_NEAR(pieces().joins.at(0).right.value, 2, 0.05);
    drag({1, 1}, {1, 0.5});
    EXPECT_NEAR(pieces().joins.at(0).left.value, 0.5, 0.05);
    EXPECT_NEAR(pieces().joins.at(0).right.value, 2, 0.05);
    EXPECT_EQ(steps(), 2);
}

TEST_F(ComposeHandTest, anEndThatComesNearTheOtherMeetsIt)
{
    begin("{x < 1: x, 3}");
    const QPoint start = pixel({1, 3}), end = pixel({1, 1}) + QPoint(0, 3);
    press(start);
    move(start + (end - start) / 2);
    move(end);
    release(end);
    EXPECT_EQ(formula(), "{x < 1: x, 1}");
}

TEST_F(ComposeHandTest, arrowKeysMoveTheSelectedKnot)
{
    plot().setFocus();
    plot().selectHandle(2);
    QTest::keyClick(&plot(), Qt::Key_Up, Qt::ShiftModifier);
    const double higher = pieces().joins.at(1).valueAt;
    EXPECT_GT(higher, 1);
    EXPECT_EQ(pieces().joins.at(1).x, 1);
    QTest::keyClick(&plot(), Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_NEAR(pieces().joins.at(1).valueAt, 1, 0.01);
    QTest::keyClick(&plot(), Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_GT(pieces().joins.at(1).x, 1.05);
    EXPECT_EQ(steps(), 3);
}

TEST_F(ComposeHandTest, aStepOfADragPaintsThePlotOnce)
{
    press(pixel({1, 1}));
    QSignalSpy painted(&surface(), SIGNAL(afterReplot()));
    do {
        painted.clear();
        QTest::qWait(200);  // what is worked out beside the window is painted too
    } while (!painted.isEmpty());
    for (int step = 1; step <= 5; ++step) {
        move(pixel({1, 1}) + QPoint(10 * step, 10 * step));
        QCoreApplication::processEvents();
        EXPECT_EQ(painted.count(), step);
    }
    release(pixel({1, 1}));
}

TEST_F(ComposeHandTest, aJumpThatTheKeysCloseStaysSelected)
{
    begin("{x < 1: x, 1.02}");
    plot().setFocus();
    plot().selectHandle(1);
    const double y = plot().toPixel({1, 1.02}).y() - plot().toPixel({1, 1}).y();
    for (int step = 0; step < qRound(std::abs(y)) + 2 && !pieces().joins.at(0).meetsInValue(); ++step)
        QTest::keyClick(&plot(), Qt::Key_Down);
    ASSERT_TRUE(pieces().joins.at(0).meetsInValue()) << formula();
    EXPECT_EQ(plot().selectedHandle(), 0);
    const double before = pieces().joins.at(0).x;
    QTest::keyClick(&plot(), Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_GT(pieces().joins.at(0).x, before);
}

TEST_F(ComposeHandTest, aKnotOfLearnedValuesMovesTheParameter)
{
    const char* sketch = "{x < -1: y0, x < 0: y0 + (y1 - y0)*(x + 1), x < 1: y1 + (y2 - y1)*x, y2}";
    begin(sketch);
    drag({0, 1}, {0, 0.5});
    EXPECT_EQ(formula(), sketch);
    const auto& parameters = workspace.document().draft.definition.parameters;
    const auto y1 = std::ranges::find(parameters, "y1", &activation::Parameter::name);
    ASSERT_NE(y1, parameters.end());
    EXPECT_NEAR(y1->value, 0.5, 0.05);
    workspace.undo();
    EXPECT_TRUE(workspace.document().draft.definition.parameters.empty());
}

TEST_F(ComposeHandTest, theCursorTellsWhatCanBeMoved)
{
    EXPECT_EQ(shapeOver({1, 1}), Qt::SizeAllCursor);
    EXPECT_EQ(shapeOver({3, 0.5}), Qt::CrossCursor);
    begin("{x < 0: exp(x) - exp(0), tanh(x)}");
    EXPECT_EQ(shapeOver({0, 0}), Qt::SizeHorCursor);
    begin("{x < a + b: 2, 2 + exp(x - 2) - exp(0)}");
    EXPECT_EQ(shapeOver({2, 2}), Qt::SizeVerCursor);
    begin("{x < a - b: 1/(1 + x*x), exp(x)}");
    EXPECT_EQ(shapeOver({0, 1}), Qt::ForbiddenCursor);
}

TEST_F(ComposeHandTest, aDoubleClickOnTheCurveSplitsAndDeleteMerges)
{
    QTest::mouseDClick(&surface(), Qt::LeftButton, {}, pixel({3, 1}));
    ASSERT_EQ(pieces().joins.size(), 3U) << formula();
    EXPECT_NEAR(pieces().joins[2].x, 3, 0.05);
    const std::string split = formula();
    plot().selectHandle(4);
    QTest::keyClick(&plot(), Qt::Key_Delete);
    EXPECT_EQ(formula(), kFirst);
    workspace.undo();
    EXPECT_EQ(formula(), split);
    workspace.redo();
    EXPECT_EQ(formula(), kFirst);
}

TEST_F(ComposeHandTest, theTableGivesTheBoundaryPointToTheOtherPiece)
{
    QToolButton* end = nullptr;
    for (QToolButton* each : view.findChildren<QToolButton*>())
        if (!end && each->accessibleName() == "Boundary point")
            end = each;
    ASSERT_TRUE(end);
    EXPECT_EQ(end->text(), "x < 0");
    end->click();
    EXPECT_EQ(end->text(), "x ≤ 0");
    EXPECT_EQ(formula(), "{x <= 0: 0.1*x, x < 1: x, 1}");
    end->click();
    EXPECT_EQ(formula(), kFirst);
    workspace.undo();
    EXPECT_EQ(end->text(), "x ≤ 0");
    workspace.undo();
    EXPECT_EQ(end->text(), "x < 0");
    workspace.redo();
    EXPECT_EQ(formula(), "{x <= 0: 0.1*x, x < 1: x, 1}");
}

}  // namespace
}  // namespace actlab::widgets
