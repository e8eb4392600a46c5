#include "app/widgets/train_boundary.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace actlab::widgets {
namespace {

nn::Picture pictureOf(std::size_t side, const auto& answer)
{
    nn::Picture picture;
    picture.width = picture.height = side;
    const double step = (picture.high - picture.low) / static_cast<double>(side - 1);
    for (std::size_t y = 0; y < side; ++y)
        for (std::size_t x = 0; x < side; ++x)
            picture.values.push_back(static_cast<float>(
                answer(picture.low + step * static_cast<double>(x), picture.low + step * static_cast<double>(y))));
    return picture;
}

TEST(ZeroLine, isEmptyWhereTheAnswerIsTheSameEverywhere)
{
    EXPECT_TRUE(zeroLine(pictureOf(20, [](double, double) { return 0.3; })).empty());
    EXPECT_TRUE(zeroLine(nn::Picture{}).empty());
}

TEST(ZeroLine, findsAStraightBoundaryExactly)
{
    const auto lines = zeroLine(pictureOf(25, [](double x, double) { return x - 1.3; }));
    ASSERT_EQ(lines.size(), 24U);
    for (const QLineF& line : lines) {
        EXPECT_NEAR(line.x1(), 1.3, 1e-5);
        EXPECT_NEAR(line.x2(), 1.3, 1e-5);
    }
}

TEST(ZeroLine, runsRoundACircle)
{
    double length = 0;
    for (const QLineF& line : zeroLine(pictureOf(100, [](double x, double y) { return x * x + y * y - 9; }))) {
        EXPECT_NEAR(std::hypot(line.x1(), line.y1()), 3, 0.01);
        length += line.length();
    }
    EXPECT_NEAR(length, 2 * M_PI * 3, 0.05);
}

TEST(ZeroLine, leavesOutWhatIsNotFinite)
{
    const auto lines = zeroLine(
        pictureOf(25, [](double x, double y) { return y > 0 ? std::numeric_limits<double>::quiet_NaN() : x; }));
    EXPECT_FALSE(lines.empty());
    for (const QLineF& line : lines)
        EXPECT_LE(line.y2(), 0);
}

}  // namespace
}  // namespace actlab::widgets
