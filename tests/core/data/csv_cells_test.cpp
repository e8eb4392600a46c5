#include "core/data/csv_cells.hpp"

#include <gtest/gtest.h>

namespace actlab::data {
namespace {

TEST(CsvCells, knowTheWordsForNothing)
{
    for (const char* cell : {"", "?", "NA", "na", "N/A", "NaN", "nan", "null", "NULL"})
        EXPECT_TRUE(isMissing(cell)) << cell;
    for (const char* cell : {"0", "none", "no", "-", "nano", "??"})
        EXPECT_FALSE(isMissing(cell)) << cell;
}

TEST(CsvCells, readFiniteNumbersAlone)
{
    EXPECT_EQ(numberIn("12", '.'), 12);
    EXPECT_EQ(numberIn("+1.5e3", '.'), 1500);
    EXPECT_EQ(numberIn("-.5", '.'), -0.5);
    EXPECT_EQ(numberIn("1e-999", '.'), 0);
    for (const char* cell : {"", "+", "+-1", "1 2", "1,5", "0x10", "inf", "-Infinity", "1e39", "-1e999", "12abc"})
        EXPECT_EQ(numberIn(cell, '.'), std::nullopt) << cell;
}

TEST(CsvCells, knowNumbersBeyondAFloat)
{
    for (const char* cell : {"1e39", "-1e999", "1e300"})
        EXPECT_TRUE(isTooLarge(cell, '.')) << cell;
    for (const char* cell : {"inf", "nan", "3.4e38", "1e-999", "1e39x", ""})
        EXPECT_FALSE(isTooLarge(cell, '.')) << cell;
    EXPECT_TRUE(isTooLarge("1,5e300", ','));
}

TEST(CsvCells, readDecimalCommas)
{
    EXPECT_EQ(numberIn("3,25", ','), 3.25);
    EXPECT_EQ(numberIn("3", ','), 3);
    for (const char* cell : {"3.25", "1.234,5", "1,2,3"})
        EXPECT_EQ(numberIn(cell, ','), std::nullopt) << cell;
    EXPECT_EQ(numberIn(std::string(1'000, '1'), ','), std::nullopt);
}

}  // namespace
}  // namespace actlab::data
