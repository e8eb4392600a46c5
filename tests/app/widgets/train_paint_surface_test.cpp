#include "app/widgets/train_paint_surface.hpp"

#include <QApplication>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

/// A surface that the keyboard is on.
class TrainPaintSurfaceTest : public ::testing::Test {
protected:
    TrainPaintSurfaceTest()
    {
        surface.resize(200, 200);
        surface.show();
        QApplication::setActiveWindow(&surface);
        surface.setFocus(Qt::TabFocusReason);
        QObject::connect(&surface, &TrainPaintSurface::begun,
                         [this](const data::Brush&, data::Place place) { begun.push_back(place); });
        QObject::connect(&surface, &TrainPaintSurface::ended, [this] { ++ended; });
    }

    TrainPaintSurface surface;
    std::vector<data::Place> begun;
    int ended = 0;
};

TEST_F(TrainPaintSurfaceTest, leavesAStrokeOfTheMouseToTheMouse)
{
    QTest::mousePress(&surface, Qt::LeftButton, {}, {50, 50});
    QTest::keyClick(&surface, Qt::Key_Space);
    EXPECT_EQ(begun.size(), 1U);
    EXPECT_EQ(ended, 0);
    QTest::mouseRelease(&surface, Qt::LeftButton, {}, {50, 50});
    EXPECT_EQ(ended, 1);
    QTest::keyClick(&surface, Qt::Key_Space);
    EXPECT_EQ(begun.size(), 2U);
    EXPECT_EQ(ended, 2);
}

TEST_F(TrainPaintSurfaceTest, keepsThePlaceOfTheKeyboardWhereTheMouseLeaves)
{
    ASSERT_TRUE(surface.hasFocus());
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&surface, Qt::Key_Right);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&surface, &leave);
    QTest::keyClick(&surface, Qt::Key_Space);
    ASSERT_EQ(begun.size(), 1U);
    EXPECT_GT(begun[0].x, 1);
}

}  // namespace
}  // namespace actlab::widgets
