#include "core/data/memory.hpp"

#include <gtest/gtest.h>

namespace actlab::data {
namespace {

TEST(FreeMemory, isThereOnAMachineThatRunsTests)
{
    ASSERT_TRUE(freeMemory().has_value());
    EXPECT_GT(*freeMemory(), 1'000'000u);
}

TEST(FreeMemory, isSpelledInFiguresOneCanRead)
{
    EXPECT_EQ(spelledBytes(47'300'000), "48 MB");
    EXPECT_EQ(spelledBytes(1'254'000'000), "1.25 GB");
    EXPECT_EQ(spelledBytes(20'050'000'000), "20.05 GB");
}

}  // namespace
}  // namespace actlab::data
