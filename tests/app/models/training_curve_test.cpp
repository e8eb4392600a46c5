#include "app/models/training_curve.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace actlab::models {
namespace {

using Spacing = TrainingCurve::Spacing;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

TrainingCurve curveOf(std::size_t count, const auto& value)
{
    TrainingCurve curve;
    for (std::size_t i = 0; i < count; ++i)
        curve.append(static_cast<double>(i), value(i));
    return curve;
}

double greatest(const std::vector<TrainingCurve::Point>& points)
{
    double result = -std::numeric_limits<double>::infinity();
    for (const auto& point : points)
        result = std::fmax(result, point.value);
    return result;
}

TEST(TrainingCurve, drawsEveryPointWhereThereIsRoom)
{
    const TrainingCurve curve = curveOf(100, [](std::size_t i) { return 1.0 / (1.0 + static_cast<double>(i)); });
    const auto points = curve.points(0, 99, 200);
    ASSERT_EQ(points.size(), 100U);
    EXPECT_EQ(points[42].x, 42);
    EXPECT_EQ(points[42].value, 1.0 / 43);
}

TEST(TrainingCurve, drawsAtMostTwoPointsAColumnOfAMillionEpochs)
{
    const TrainingCurve curve = curveOf(1'000'003, [](std::size_t i) { return static_cast<double>(i % 17); });
    EXPECT_LE(curve.points(0, 1e6, 300).size(), 2 * 300U + 40);
}

TEST(TrainingCurve, neverLosesASpike)
{
    for (const std::size_t spike : {0U, 1U, 4'999U, 7'777U, 9'999U}) {
        const TrainingCurve curve = curveOf(10'000, [&](std::size_t i) { return i == spike ? 99.0 : 1.0; });
        EXPECT_EQ(greatest(curve.points(0, 10'000, 50)), 99) << "at " << spike;
    }
}

TEST(TrainingCurve, keepsTheOrderOfTheEpochs)
{
    const TrainingCurve curve = curveOf(5'000, [](std::size_t i) { return std::sin(static_cast<double>(i)); });
    const auto points = curve.points(100, 4'321, 77);
    for (std::size_t i = 1; i < points.size(); ++i)
        EXPECT_LT(points[i - 1].x, points[i].x);
}

TEST(TrainingCurve, reachesOneNeighbourBeyondBothEnds)
{
    const TrainingCurve curve = curveOf(100, [](std::size_t) { return 1.0; });
    const auto points = curve.points(10, 20, 1000);
    EXPECT_EQ(points.front().x, 9);
    EXPECT_EQ(points.back().x, 20);
}

TEST(TrainingCurve, aNumberBesideNotANumberIsStillSeen)
{
    const TrainingCurve curve = curveOf(4'096, [](std::size_t i) { return i % 2 == 0 ? kNaN : 3.0; });
    for (const auto& point : curve.points(0, 4'095, 16))
        EXPECT_EQ(point.value, 3.0);
}

TEST(TrainingCurve, endsInAGapWhereEverythingIsNotANumber)
{
    const TrainingCurve curve = curveOf(4'096, [](std::size_t i) { return i < 2'048 ? 1.0 : kNaN; });
    EXPECT_TRUE(std::isnan(curve.points(0, 4'095, 16).back().value));
}

TEST(TrainingCurve, findsTheNearestEpoch)
{
    TrainingCurve curve;
    for (const double epoch : {0.0, 10.0, 20.0})
        curve.append(epoch, epoch);
    EXPECT_EQ(curve.nearest(-5).x, 0);
    EXPECT_EQ(curve.nearest(4.9).x, 0);
    EXPECT_EQ(curve.nearest(5.1).x, 10);
    EXPECT_EQ(curve.nearest(1e9).x, 20);
}

TEST(TrainingCurve, drawsTheFirstDecadeOfALogarithmicAxisWhole)
{
    const TrainingCurve curve = curveOf(1'000'001, [](std::size_t i) { return std::sin(static_cast<double>(i)); });
    const auto even = curve.points(1, 1e6, 320), spread = curve.points(1, 1e6, 320, Spacing::Logarithmic);
    const auto inFirstDecade = [](const auto& points) {
        return std::ranges::count_if(points, [](const auto& point) { return point.x >= 1 && point.x <= 10; });
    };
    EXPECT_LE(inFirstDecade(even), 2);
    EXPECT_EQ(inFirstDecade(spread), 10);
    EXPECT_LE(spread.size(), 3 * 320U);
    for (std::size_t i = 1; i < spread.size(); ++i)
        EXPECT_LT(spread[i - 1].x, spread[i].x);
    EXPECT_EQ(spread.back().x, 1e6);
}

TEST(TrainingCurve, namesWhatIsNotFiniteAndLetsItStretchNothing)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const TrainingCurve curve = curveOf(4'096, [](std::size_t i) {
        return i == 7 ? kInfinity : i == 9 ? kNaN : 1.0;
    });
    EXPECT_EQ(greatest(curve.points(0, 4'095, 16)), 1);
    const auto wild = curve.wild(0, 4'095, 100);
    ASSERT_EQ(wild.size(), 2U);
    EXPECT_EQ(wild[0].x, 7);
    EXPECT_EQ(wild[1].x, 9);
    EXPECT_EQ(curve.wild(8, 4'095, 100).size(), 1U);
    const TrainingCurve lost = curveOf(10'000, [](std::size_t) { return kNaN; });
    EXPECT_LE(lost.wild(0, 9'999, 100).size(), 101U);
    EXPECT_EQ(lost.wild(0, 9'999, 100).front().x, 0);
}

TEST(TrainingCurve, isEmptyAgainAfterClear)
{
    TrainingCurve curve = curveOf(1'000, [](std::size_t) { return 1.0; });
    curve.clear();
    EXPECT_EQ(curve.size(), 0U);
    EXPECT_TRUE(curve.points(0, 1'000, 100).empty());
    curve.append(0, 5);
    EXPECT_EQ(curve.points(0, 1, 100).front().value, 5);
}

}  // namespace
}  // namespace actlab::models
