#include "app/widgets/compose_sketch_surface.hpp"

#include "tests/app/widgets/compose_sketch_bench.hpp"

#include <QApplication>
#include <QMenu>
#include <QWheelEvent>
#include <cmath>

namespace actlab::widgets {
namespace {

using ComposeSketchSurfaceTest = SketchBench;

TEST_F(ComposeSketchSurfaceTest, liesOverThePlotOnlyWhileOneDraws)
{
    EXPECT_FALSE(sheet().isVisible());
    open();
    EXPECT_TRUE(sheet().isVisible());
    EXPECT_EQ(sheet().geometry(), plot().surface().rect());
    view.resize(1024, 640);
    EXPECT_TRUE(QTest::qWaitFor([this] { return sheet().size() == plot().surface().size(); }));
    open();
    EXPECT_FALSE(sheet().isVisible());
}

TEST_F(ComposeSketchSurfaceTest, aStrokeIsWhereTheMouseWas)
{
    open();
    stroke([](double x) { return std::tanh(x); });
    ASSERT_EQ(sketch().drawing().lines.size(), 1U);
    const double ofAPixel = 4.0 / plot().height() * 2;
    for (const analysis::Point& p : sketch().drawing().lines[0])
        EXPECT_NEAR(p.y, std::tanh(p.x), ofAPixel);
    EXPECT_NEAR(sketch().drawing().lines[0].front().x, -3.5, 0.02);
    EXPECT_NEAR(sketch().drawing().lines[0].back().x, 3.5, 0.02);
}

TEST_F(ComposeSketchSurfaceTest, nothingIsDrawnBeyondThePlot)
{
    open();
    drag([&](double part) { return pixel(-3 + 4 * part, 1 + 4 * part); });
    for (const analysis::Point& p : sketch().drawing().samples())
        EXPECT_LE(p.y, 2 + 1e-6);
    drag([&](double part) { return QPoint(5, 5) + QPoint(static_cast<int>(300 * part), 0); });
    EXPECT_EQ(sketch().undoStack().count(), 1) << "a press beside the axes begins nothing";
}

TEST_F(ComposeSketchSurfaceTest, theWheelZoomsAndTheMiddleButtonPans)
{
    open();
    const QPoint middle = sheet().rect().center();
    QWheelEvent wheel(middle, sheet().mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&wheel);  // only a person's wheel is passed on to what lies below
    qApp->notify(&sheet(), &wheel);
    EXPECT_LT(plot().xView().width(), 8);
    const analysis::Interval before = plot().xView();
    drag([&](double part) { return middle + QPoint(static_cast<int>(100 * part), 0); }, Qt::MiddleButton);
    EXPECT_LT(plot().xView().low, before.low);
    EXPECT_NEAR(plot().xView().width(), before.width(), 1e-9);
    EXPECT_TRUE(sketch().drawing().isEmpty());
}

TEST_F(ComposeSketchSurfaceTest, pointsAreSetDraggedAndRemoved)
{
    open();
    sketch().setHand(models::SketchDrawing::Hand::Points);
    click(-2, 0.5);
    click(1, 1);
    ASSERT_EQ(sketch().drawing().points.size(), 2U);
    drag([&](double part) { return pixel(1 + part, 1 - 2 * part); });
    ASSERT_EQ(sketch().drawing().points.size(), 2U) << "a press on a point takes it";
    EXPECT_NEAR(sketch().drawing().points[1].x, 2, 0.02);
    EXPECT_NEAR(sketch().drawing().points[1].y, -1, 0.02);
    EXPECT_EQ(sheet().selectedPoint(), 1);
    QTest::keyClick(&sheet(), Qt::Key_Delete);
    EXPECT_EQ(sketch().drawing().points.size(), 1U);
    EXPECT_EQ(sheet().selectedPoint(), -1);
}

TEST_F(ComposeSketchSurfaceTest, aPointInTheHandStaysOnThePlot)
{
    open();
    sketch().setHand(models::SketchDrawing::Hand::Points);
    drag([&](double part) { return pixel(1, 1) + QPoint(0, static_cast<int>(-5000 * part)); });
    ASSERT_EQ(sketch().drawing().points.size(), 1U);
    EXPECT_NEAR(sketch().drawing().points[0].y, 2, 0.02);
}

TEST_F(ComposeSketchSurfaceTest, besideAnAxisAPointLiesOnIt)
{
    open();
    sketch().setHand(models::SketchDrawing::Hand::Points);
    QTest::mouseClick(&sheet(), Qt::LeftButton, {}, pixel(0, 0) + QPoint(2, -3));
    EXPECT_EQ(sketch().drawing().points.at(0), (analysis::Point{0, 0}));
}

TEST_F(ComposeSketchSurfaceTest, aRightClickRemovesAPoint)
{
    open();
    sketch().setHand(models::SketchDrawing::Hand::Points);
    click(1, 1);
    QContextMenuEvent asked(QContextMenuEvent::Mouse, pixel(1, 1), sheet().mapToGlobal(pixel(1, 1)));
    QApplication::sendEvent(&sheet(), &asked);
    auto* menu = sheet().findChild<QMenu*>();
    ASSERT_TRUE(menu);
    menu->actions().at(0)->trigger();
    EXPECT_TRUE(sketch().drawing().points.empty());
}

TEST_F(ComposeSketchSurfaceTest, theKeysDoWhatTheMouseDoes)
{
    open();
    sketch().setHand(models::SketchDrawing::Hand::Points);
    sheet().setFocus();
    QTest::keyClick(&sheet(), Qt::Key_Insert);
    ASSERT_EQ(sketch().drawing().points.size(), 1U);
    const analysis::Point first = sketch().drawing().points[0];
    QTest::keyClick(&sheet(), Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_GT(sketch().drawing().points[0].y, first.y);
    QTest::keyClick(&sheet(), Qt::Key_Insert);
    ASSERT_EQ(sketch().drawing().points.size(), 2U);
    EXPECT_GT(sketch().drawing().points[1].x, first.x);
    QTest::keyClick(&sheet(), Qt::Key_Backtab);
    EXPECT_EQ(sheet().selectedPoint(), 0);
    QTest::keyClick(&sheet(), Qt::Key_Backspace);
    EXPECT_EQ(sketch().drawing().points.size(), 1U);
    const double width = plot().xView().width();
    QTest::keyClick(&sheet(), Qt::Key_Plus);
    EXPECT_LT(plot().xView().width(), width) << "other keys are the plot's";
}

TEST_F(ComposeSketchSurfaceTest, inkFollowsTheViewAndTheTheme)
{
    open();
    stroke([](double x) { return std::sin(x); });
    ASSERT_TRUE(settles());
    const QImage before = sheet().grab().toImage();
    plot().setView({-40, 40}, {-20, 20});
    EXPECT_NE(sheet().grab().toImage(), before);
    applyTheme(*qApp, ThemeChoice::Light);
    const QImage light = sheet().grab().toImage();
    applyTheme(*qApp, ThemeChoice::Dark);
    EXPECT_NE(sheet().grab().toImage(), light);
    applyTheme(*qApp, ThemeChoice::Light);
}

TEST_F(ComposeSketchSurfaceTest, aStrokeThatIsGivenUpLeavesNoInk)
{
    open();
    const QImage before = sheet().grab().toImage();
    QTest::mousePress(&sheet(), Qt::LeftButton, {}, pixel(-2, 1));
    moveTo(pixel(1, 0), Qt::LeftButton);
    EXPECT_NE(sheet().grab().toImage(), before);
    QTest::keyClick(&sheet(), Qt::Key_Escape);
    QTest::mouseRelease(&sheet(), Qt::LeftButton, {}, pixel(1, 0));
    EXPECT_TRUE(sketch().isOpen());
    EXPECT_TRUE(sketch().drawing().isEmpty());
    EXPECT_EQ(sheet().grab().toImage(), before);
}

}  // namespace
}  // namespace actlab::widgets
