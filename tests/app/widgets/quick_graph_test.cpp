#include "app/widgets/quick_graph.hpp"

#include <QImage>
#include <gtest/gtest.h>
#include <limits>

namespace actlab::widgets {

namespace {

QPen dashed(double width, QList<qreal> pattern)
{
    QPen pen(Qt::black, width);
    pen.setDashPattern(pattern);
    return pen;
}

double lengthOf(const QVector<QLineF>& strokes)
{
    double length = 0;
    for (const QLineF& stroke : strokes)
        length += stroke.length();
    return length;
}

}  // namespace

TEST(QuickGraph, keepsTheSegmentsOfASolidLine)
{
    const QVector<QPointF> points{{0, 0}, {3, 4}, {10, 4}};
    EXPECT_EQ(strokesAlong(points, QPen(Qt::black, 2)),
              (QVector<QLineF>{{points[0], points[1]}, {points[1], points[2]}}));
}

TEST(QuickGraph, dashesInUnitsOfThePensWidth)
{
    EXPECT_EQ(strokesAlong({{0, 0}, {40, 0}}, dashed(2, {5, 3})),
              (QVector<QLineF>{{0, 0, 10, 0}, {16, 0, 26, 0}, {32, 0, 40, 0}}));
}

TEST(QuickGraph, carriesThePatternOverTheCornersOfALine)
{
    QVector<QPointF> many;
    for (int i = 0; i <= 400; ++i)
        many.emplace_back(0.1 * i, 0);
    EXPECT_NEAR(lengthOf(strokesAlong(many, dashed(2, {5, 3}))), 28, 1e-9);
}

TEST(QuickGraph, dashesALongLineToItsEnd)
{
    const QVector<QLineF> strokes = strokesAlong({{0, 0}, {0.7, 0.1}, {5000.3, 3333.3}}, dashed(1.6, {5, 3}));
    EXPECT_NEAR(strokes.size(), QLineF(0, 0, 5000.3, 3333.3).length() / (1.6 * 8), 2);
    EXPECT_NEAR(lengthOf(strokes), QLineF(0, 0, 5000.3, 3333.3).length() * 5 / 8, 8);
}

TEST(QuickGraph, beginsThePatternAnewBehindAGap)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(strokesAlong({{0, 0}, {12, 0}, {20, nan}, {30, 0}, {35, 0}}, dashed(2, {5, 3})),
              (QVector<QLineF>{{0, 0, 10, 0}, {30, 0, 35, 0}}));
}

TEST(QuickGraph, drawsNothingTowardsInfinity)
{
    const double inf = std::numeric_limits<double>::infinity();
    EXPECT_TRUE(strokesAlong({{0, 0}, {1, inf}, {2, 0}}, QPen(Qt::black, 2)).isEmpty());
    EXPECT_TRUE(strokesAlong({{0, 0}, {1, inf}, {2, 0}}, dashed(2, {1, 1})).isEmpty());
}

TEST(QuickGraph, showsAPatternTooFineToBeSeen)
{
    EXPECT_NEAR(lengthOf(strokesAlong({{0, 0}, {1, 0}}, dashed(1e-300, {1, 1}))), 0.5, 0.1);
}

}  // namespace actlab::widgets
