#include "core/data/stroke.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace actlab::data {
namespace {

using Points = std::vector<PaintedPoint>;

TEST(Stroke, ofNoWidthSetsThePointExactly)
{
    EXPECT_EQ(Stroke({}, {1, 0}, {2.5, -1}).points(), (Points{{2.5F, -1, 1}}));
}

TEST(Stroke, spraysItsClassWithinItsCircle)
{
    const Points points = Stroke({}, {2, 1.5}, {1, 1}).points();
    EXPECT_GT(points.size(), 1U);
    for (const PaintedPoint& point : points) {
        EXPECT_LE(std::hypot(point.x - 1, point.y - 1), 1.5 + 0.01);
        EXPECT_EQ(point.label, 2U);
    }
}

TEST(Stroke, isTheSameHoweverOftenTheHandIsLookedAt)
{
    Stroke once({}, {0, 0}, {-4, 0}), often({}, {0, 0}, {-4, 0});
    once.moveTo({4.001, 0});
    for (int i = 1; i <= 1000; ++i)
        often.moveTo({-4 + 8.001 * i / 1000, 0});
    ASSERT_EQ(once.points().size(), 41U);
    ASSERT_NEAR(static_cast<double>(often.points().size()), 41, 2)
        << "looks may fall short of a dab by their distance";
    const auto again = [] {
        Stroke stroke({}, {0, 1}, {-4, 0});
        stroke.moveTo({4, 1});
        return stroke.points();
    };
    EXPECT_EQ(again(), again());
}

TEST(Stroke, paintsNothingBesideThePlane)
{
    Stroke stroke({}, {0, 2}, {6, 6});
    stroke.moveTo({20, 20});
    for (const PaintedPoint& point : stroke.points())
        EXPECT_LE(std::max(std::abs(point.x), std::abs(point.y)), kPlaneReach);
    EXPECT_TRUE(Stroke({}, {0, 0}, {7, 0}).points().empty());
}

TEST(Stroke, erasesWhatItPassesOver)
{
    const Points before{{0, 0, 0}, {2, 0, 1}, {4, 0, 0}, {2, 1, 1}};
    Stroke stroke(before, {0, 0.4, true}, {-1, 0});
    EXPECT_EQ(stroke.points(), before);
    stroke.moveTo({3, 0});
    EXPECT_EQ(stroke.points(), (Points{{4, 0, 0}, {2, 1, 1}}));
}

TEST(Stroke, stopsAtTheMostPoints)
{
    Stroke stroke(Points(kMostPoints - 3), {1, 0}, {-5, 0});
    stroke.moveTo({5, 0});
    EXPECT_EQ(stroke.points().size(), kMostPoints);
}

TEST(Stroke, goesNowhereWithoutAMove)
{
    Stroke stroke({}, {0, 0}, {1, 1});
    stroke.moveTo({1, 1});
    EXPECT_EQ(stroke.points().size(), 1U);
}

}  // namespace
}  // namespace actlab::data
