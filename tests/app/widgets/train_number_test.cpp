#include "app/widgets/train_number.hpp"

#include <gtest/gtest.h>
#include <limits>

namespace actlab::widgets {
namespace {

TEST(TrainNumber, readsWhatPeopleType)
{
    EXPECT_EQ(numberFrom("0.03"), 0.03);
    EXPECT_EQ(numberFrom(" 0,03 "), 0.03);
    EXPECT_EQ(numberFrom("3e-2"), 0.03);
    EXPECT_EQ(numberFrom("3e−2"), 0.03);
}

TEST(TrainNumber, refusesWhatIsNotOneFiniteNumber)
{
    for (const char* text : {"", " ", "abc", "1 2", "1,2,3", "nan", "inf", "1e999", "0x10", "1.5f"})
        EXPECT_FALSE(numberFrom(text).has_value()) << text;
}

TEST(TrainNumber, namesWhatIsNotANumber)
{
    EXPECT_EQ(measureText(std::numeric_limits<double>::quiet_NaN()), "NaN");
    EXPECT_EQ(measureText(std::numeric_limits<double>::infinity()), "∞");
    EXPECT_EQ(percentText(std::numeric_limits<double>::quiet_NaN()), "NaN");
}

TEST(TrainNumber, keepsFourPlacesWhileTheySaySomething)
{
    EXPECT_EQ(measureText(0.25), "0.2500");
    EXPECT_EQ(measureText(0), "0.0000");
    EXPECT_EQ(percentText(0.9915), "99.2");
    EXPECT_EQ(measureText(2.5e-7).contains("e"), true);
}

}  // namespace
}  // namespace actlab::widgets
