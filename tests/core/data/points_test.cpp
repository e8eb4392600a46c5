#include "core/data/points.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace actlab::data {
namespace {

using testing::HasSubstr;

/// So many of each class, at places of their own.
std::vector<PaintedPoint> pointsOfEach(std::vector<std::size_t> counts)
{
    std::vector<PaintedPoint> points;
    for (std::size_t label = 0; label < counts.size(); ++label)
        for (std::size_t i = 0; i < counts[label]; ++i)
            points.push_back({0.001F * static_cast<float>(i), static_cast<float>(label), label});
    return points;
}

DataSpec painted(std::vector<PaintedPoint> points)
{
    DataSpec spec;
    spec.name = "points";
    spec.points = std::move(points);
    return spec;
}

std::string complaintAbout(const DataSpec& spec)
{
    const auto data = load(spec);
    return data ? "" : data.error().field + ": " + data.error().message;
}

using Row = std::pair<float, float>;

std::map<Row, float> rowsOf(const Table& table)
{
    std::map<Row, float> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        rows[{table.inputs[2 * row], table.inputs[2 * row + 1]}] = table.targets[row];
    return rows;
}

TEST(Points, areTheRowsWithTheirClasses)
{
    const DataSpec spec = painted(pointsOfEach({10, 20, 5}));
    const auto data = load(spec);
    ASSERT_TRUE(data) << data.error().message;
    EXPECT_EQ(data->name, "points");
    EXPECT_EQ(data->classes, 3U);
    EXPECT_THAT(data->classNames, testing::ElementsAre("A", "B", "C"));
    auto rows = rowsOf(data->train);
    rows.merge(rowsOf(data->test));
    ASSERT_EQ(rows.size(), spec.points.size());
    for (const PaintedPoint& point : spec.points)
        EXPECT_EQ(rows.at({point.x, point.y}), static_cast<float>(point.label));
}

TEST(Points, areSplitByTheShareWithinEachClass)
{
    for (const double share : {0.1, 0.25, 0.5, 0.8, 0.9}) {
        DataSpec spec = painted(pointsOfEach({100, 40}));
        spec.trainShare = share;
        const auto data = load(spec);
        ASSERT_TRUE(data) << data.error().message;
        for (const auto& [label, count] : {std::pair{0.0F, 100.0}, {1.0F, 40.0}})
            EXPECT_NEAR(static_cast<double>(std::ranges::count(data->test.targets, label)), count * (1 - share), 1)
                << share;
    }
}

TEST(Points, keepTheirPartWhenOthersAreAdded)
{
    std::vector<PaintedPoint> points = pointsOfEach({7, 3});
    const auto before = rowsOf(load(painted(points))->test);
    for (const PaintedPoint& added : {PaintedPoint{5, 5, 0}, {5, -5, 1}, {-5, 5, 2}, {-5, -5, 2}})
        points.push_back(added);
    const auto after = rowsOf(load(painted(points))->test);
    for (const auto& [place, label] : before)
        EXPECT_TRUE(after.contains(place)) << place.first;
}

TEST(Points, areShuffledByTheSeedAlone)
{
    DataSpec spec = painted(pointsOfEach({30, 30}));
    const auto first = load(spec), again = load(spec);
    spec.seed = 2;
    const auto other = load(spec);
    EXPECT_EQ(first->train.inputs, again->train.inputs);
    EXPECT_NE(first->train.inputs, other->train.inputs);
    EXPECT_EQ(rowsOf(first->train), rowsOf(other->train));
}

TEST(Points, ofTwoClassesAreEnoughWithTwoOfEach)
{
    EXPECT_EQ(complaintAbout(painted(pointsOfEach({2, 2}))), "");
    EXPECT_THAT(complaintAbout(painted({})), HasSubstr("points: Nothing is painted yet"));
    EXPECT_THAT(complaintAbout(painted(pointsOfEach({9}))), HasSubstr("Class B has no points yet"));
    EXPECT_THAT(complaintAbout(painted(pointsOfEach({1, 9}))), HasSubstr("Class A has one point only"));
    EXPECT_EQ(complaintAbout(painted(pointsOfEach({4, 0, 0, 4}))), "") << "a class may be left out among others";
}

TEST(Points, areDescribedEvenWhereTheyAreTooFew)
{
    EXPECT_EQ(paintedDataset(painted({})).classes, 2U);
    EXPECT_EQ(paintedDataset(painted({})).train.rows(), 0U);
    EXPECT_EQ(paintedDataset(painted(pointsOfEach({1}))).train.rows(), 1U);
}

TEST(Points, haveLimits)
{
    EXPECT_EQ(complaintAbout(painted(pointsOfEach({kMostPoints - 2, 2}))), "");
    EXPECT_EQ(complaintAbout(painted(pointsOfEach({kMostPoints, 2}))),
              "points: There are 2002 painted points; 2000 are the most.");
    auto points = pointsOfEach({3, 3});
    points[1].x = 6.5F;
    EXPECT_EQ(complaintAbout(painted(points)), "points: Painted point 2 does not lie on the plane from -6 to 6.");
    points[1].x = std::numeric_limits<float>::quiet_NaN();
    EXPECT_THAT(complaintAbout(painted(points)), HasSubstr("Painted point 2"));
    points[1] = {0, 0, 300};
    EXPECT_EQ(complaintAbout(painted(points)), "points: Painted point 2 is of class 300; there are 4, from 0 on.");
}

TEST(Points, refuseNoiseAndANumberOfSamples)
{
    DataSpec spec = painted(pointsOfEach({20, 20}));
    spec.noise = 0.1;
    EXPECT_THAT(complaintAbout(spec), HasSubstr("noise: "));
    spec.noise = 0;
    spec.samples = 20;
    EXPECT_THAT(complaintAbout(spec), HasSubstr("samples: "));
}

TEST(Points, ofAPlaneSetCanBePaintedUpon)
{
    DataSpec spec;
    spec.name = "moons";
    const auto points = pointsOf(spec);
    ASSERT_TRUE(points) << points.error().message;
    EXPECT_EQ(points->size(), 500U);
    const auto moons = load(spec), again = load(painted(*points));
    auto all = rowsOf(moons->train), same = rowsOf(again->train);
    all.merge(rowsOf(moons->test));
    same.merge(rowsOf(again->test));
    EXPECT_EQ(all, same);
}

TEST(Points, areLeftOutWhereTheyLieBesideThePlane)
{
    DataSpec spec;
    spec.name = "gauss";
    spec.noise = 0.5;
    const auto points = pointsOf(spec);
    ASSERT_TRUE(points) << points.error().message;
    EXPECT_LT(points->size(), 500U);
    EXPECT_EQ(complaintAbout(painted(*points)), "");
}

TEST(Points, ofOtherDataCannotBePaintedUpon)
{
    const auto refusal = [](const DataSpec& spec) { return pointsOf(spec).error().message; };
    DataSpec spec;
    for (const char* name : {"digits", "plane", "sine", "csv", "no such set"}) {
        spec.name = name;
        EXPECT_FALSE(isOnPlane(spec)) << name;
        EXPECT_THAT(refusal(spec), HasSubstr("on the plane")) << name;
    }
    spec.name = "formula";
    spec.formula = "floor(x)";
    EXPECT_THAT(refusal(spec), HasSubstr("12 classes; 4 are the most"));
    spec.name = "circle";
    spec.samples = 3000;
    EXPECT_THAT(refusal(spec), HasSubstr("3000 points; 2000 are the most"));
}

TEST(Points, areThePlacesWhateverTheNetworkIsGiven)
{
    DataSpec spec;
    const auto plain = pointsOf(spec);
    spec.features = {Feature::SineX};
    const auto points = pointsOf(spec);
    ASSERT_TRUE(plain && points);
    EXPECT_TRUE(*points == *plain);
}

}  // namespace
}  // namespace actlab::data
