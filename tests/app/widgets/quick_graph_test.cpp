#include "app/widgets/quick_graph.hpp"

#include <algorithm>
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

constexpr QRectF kEverywhere(-1e6, -1e6, 2e6, 2e6);

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
    EXPECT_EQ(strokesAlong(points, QPen(Qt::black, 2), kEverywhere),
              (QVector<QLineF>{{points[0], points[1]}, {points[1], points[2]}}));
}

TEST(QuickGraph, dashesInUnitsOfThePensWidth)
{
    EXPECT_EQ(strokesAlong({{0, 0}, {40, 0}}, dashed(2, {5, 3}), kEverywhere),
              (QVector<QLineF>{{0, 0, 10, 0}, {16, 0, 26, 0}, {32, 0, 40, 0}}));
}

TEST(QuickGraph, carriesThePatternOverTheCornersOfALine)
{
    QVector<QPointF> many;
    for (int i = 0; i <= 400; ++i)
        many.emplace_back(0.1 * i, 0);
    EXPECT_NEAR(lengthOf(strokesAlong(many, dashed(2, {5, 3}), kEverywhere)), 28, 1e-9);
}

TEST(QuickGraph, dashesALongLineToItsEnd)
{
    const QVector<QLineF> strokes =
        strokesAlong({{0, 0}, {0.7, 0.1}, {5000.3, 3333.3}}, dashed(1.6, {5, 3}), kEverywhere);
    EXPECT_NEAR(strokes.size(), QLineF(0, 0, 5000.3, 3333.3).length() / (1.6 * 8), 2);
    EXPECT_NEAR(lengthOf(strokes), QLineF(0, 0, 5000.3, 3333.3).length() * 5 / 8, 8);
}

TEST(QuickGraph, beginsThePatternAnewBehindAGap)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(strokesAlong({{0, 0}, {12, 0}, {20, nan}, {30, 0}, {35, 0}}, dashed(2, {5, 3}), kEverywhere),
              (QVector<QLineF>{{0, 0, 10, 0}, {30, 0, 35, 0}}));
}

TEST(QuickGraph, strokesWhatIsSeenOfALineHoweverFarItGoes)
{
    const QRectF place(0, 0, 160, 100);
    for (const double far : {1e4, 1e9, 1e15}) {
        const QVector<QPointF> line{{10, 50}, {20, far}, {30, 50}, {40, -far}};
        const qsizetype dashes = strokesAlong(line, dashed(1, {5, 3}), place).size();
        EXPECT_GE(dashes, 10) << far;
        EXPECT_LE(dashes, 40) << far;
        EXPECT_EQ(strokesAlong(line, QPen(Qt::black, 1), place).size(), 3);
    }
    EXPECT_LE(strokesAlong({{10, 50}, {20, 1e300}, {30, 50}}, dashed(1, {5, 3}), place).size(), 40);
    EXPECT_TRUE(strokesAlong({{-5, 1e9}, {500, 1e9}}, dashed(1, {5, 3}), place).isEmpty());
}

TEST(QuickGraph, keepsThePatternOverWhatIsNotSeen)
{
    const QVector<QPointF> line{{0, 0}, {400, 0}};
    const QVector<QLineF> all = strokesAlong(line, dashed(2, {5, 3}), kEverywhere);
    const QVector<QLineF> seen = strokesAlong(line, dashed(2, {5, 3}), QRectF(101, -1, 50, 2));
    ASSERT_FALSE(seen.isEmpty());
    for (const QLineF& stroke : seen)
        EXPECT_TRUE(std::ranges::any_of(all, [&](const QLineF& whole) {
            return stroke.x1() >= whole.x1() - 1e-6 && stroke.x2() <= whole.x2() + 1e-6;
        })) << stroke.x1();
}

TEST(QuickGraph, drawsNothingTowardsInfinity)
{
    const double inf = std::numeric_limits<double>::infinity();
    EXPECT_TRUE(strokesAlong({{0, 0}, {1, inf}, {2, 0}}, QPen(Qt::black, 2), kEverywhere).isEmpty());
    EXPECT_TRUE(strokesAlong({{0, 0}, {1, inf}, {2, 0}}, dashed(2, {1, 1}), kEverywhere).isEmpty());
}

TEST(QuickGraph, showsAPatternTooFineToBeSeen)
{
    EXPECT_NEAR(lengthOf(strokesAlong({{0, 0}, {1, 0}}, dashed(1e-300, {1, 1}), kEverywhere)), 0.5, 0.1);
}

}  // namespace actlab::widgets
