#include "core/data/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace actlab::data {
namespace {

// From an implementation of Blackman and Vigna's published algorithm in another language.
TEST(Random, givesThePublishedNumbers)
{
    Random zero(0), fortyTwo(42);
    for (const std::uint64_t expected :
         {0x99ec5f36cb75f2b4u, 0xbf6e1f784956452au, 0x1a5f849d4933e6e0u, 0x6aa594f1262d2d2cu})
        EXPECT_EQ(zero.next(), expected);
    for (const std::uint64_t expected :
         {0x15780b2e0c2ec716u, 0x6104d9866d113a7eu, 0xae17533239e499a1u, 0xecb8ad4703b360a1u})
        EXPECT_EQ(fortyTwo.next(), expected);
}

TEST(Random, staysWithinItsBounds)
{
    Random random(7);
    for (int i = 0; i < 100'000; ++i) {
        const double unit = random.uniform(), ranged = random.uniform(-3, 5);
        ASSERT_TRUE(unit >= 0 && unit < 1);
        ASSERT_TRUE(ranged >= -3 && ranged < 5);
        ASSERT_LT(random.below(6), 6u);
    }
}

TEST(Random, throwsEveryFaceOfADieEquallyOften)
{
    Random random(3);
    std::array<int, 6> counts{};
    for (int i = 0; i < 60'000; ++i)
        ++counts[random.below(6)];
    for (const int count : counts)
        EXPECT_NEAR(count, 10'000, 450);  // five standard deviations
}

/// Nearly half of all numbers are refused, so that what is left divides evenly.
TEST(Random, refusesWhatWouldFavourSmallNumbers)
{
    constexpr std::uint64_t kBound = (std::uint64_t{1} << 63) + 1, kRefused = (std::uint64_t{1} << 63) - 1;
    Random random(11), plain(11);
    for (int i = 0; i < 1'000; ++i) {
        std::uint64_t number = plain.next();
        while (number < kRefused)
            number = plain.next();
        ASSERT_EQ(random.below(kBound), number % kBound);
    }
    EXPECT_EQ(random.below(1), 0U);
}

TEST(Random, isNormalWithMeanZeroAndVarianceOne)
{
    Random random(5);
    constexpr int kCount = 200'000;
    double sum = 0, squares = 0, fourths = 0;
    for (int i = 0; i < kCount; ++i) {
        const double z = random.normal();
        sum += z;
        squares += z * z;
        fourths += z * z * z * z;
    }
    EXPECT_NEAR(sum / kCount, 0, 0.012);
    EXPECT_NEAR(squares / kCount, 1, 0.016);
    EXPECT_NEAR(fourths / kCount, 3, 0.11);
}

}  // namespace
}  // namespace actlab::data
