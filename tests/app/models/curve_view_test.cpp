#include "app/models/curve_view.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace actlab::models {
namespace {

using enum CurveView::Axis;

TEST(CurveView, placesAnEpochByItsNumberItsStepsOrItsTime)
{
    const nn::EpochMetrics metrics{.epoch = 3, .seconds = 0.5, .steps = 24};
    EXPECT_EQ(CurveView{Epoch}.placeOf(metrics), 3);
    EXPECT_EQ(CurveView{Step}.placeOf(metrics), 24);
    EXPECT_EQ(CurveView{Seconds}.placeOf(metrics), 0.5);
}

TEST(CurveView, hasNoPlaceForStepsThatWereNotCounted)
{
    EXPECT_TRUE(std::isnan(CurveView{Step}.placeOf({.epoch = 3})));
    EXPECT_EQ(CurveView{Step}.placeOf({.epoch = 0}), 0);
}

TEST(CurveView, hasNoPlaceForZeroOnALogarithmicAxis)
{
    EXPECT_TRUE(std::isnan((CurveView{Epoch, true}.placeOf({.epoch = 0}))));
    EXPECT_EQ((CurveView{Epoch, true}.placeOf({.epoch = 1})), 1);
}

}  // namespace
}  // namespace actlab::models
