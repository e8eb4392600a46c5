#include "app/widgets/interval_text.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <vector>

namespace actlab::widgets {
namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();

TEST(IntervalText, saysAStretchAsAConditionOnX)
{
    EXPECT_EQ(stretchText({-1, 1}), "−1 < x < 1");
    EXPECT_EQ(stretchText({-kFar, 0.5}), "x < 0.5");
    EXPECT_EQ(stretchText({88.72, kFar}), "x > 88.72");
    EXPECT_EQ(stretchText({-kFar, kFar}), "everywhere");
}

TEST(IntervalText, joinsStretchesAndCountsWhatWouldBeTooLong)
{
    std::vector<analysis::Interval> all{{-kFar, -1}};
    EXPECT_EQ(stretchesText({}), "");
    EXPECT_EQ(stretchesText(all), "x < −1");
    all.push_back({1, kFar});
    EXPECT_EQ(stretchesText(all), "x < −1 and x > 1");
    all.insert(all.begin() + 1, {{-1, 0}, {0, 0.5}});
    EXPECT_EQ(stretchesText(all), "x < −1, −1 < x < 0, 0 < x < 0.5 and 1 more");
}

}  // namespace
}  // namespace actlab::widgets
