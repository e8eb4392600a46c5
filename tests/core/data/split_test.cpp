#include "core/data/split.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace actlab::data {
namespace {

using testing::HasSubstr;

Dataset withTargets(std::vector<float> train, std::vector<float> test)
{
    Dataset data;
    data.classes = 2;
    data.classNames = {"-1", "+1"};
    data.train.targets = std::move(train);
    data.test.targets = std::move(test);
    return data;
}

TEST(Shuffle, keepsEveryRowOnce)
{
    Random random(1);
    std::vector<std::size_t> order = shuffledRows(1'000, random);
    EXPECT_FALSE(std::is_sorted(order.begin(), order.end()));
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size(); ++i)
        ASSERT_EQ(order[i], i);
}

TEST(Shuffle, makesEveryOrderOfThreeEquallyOften)
{
    Random random(2);
    std::map<std::vector<std::size_t>, int> counts;
    for (int i = 0; i < 60'000; ++i)
        ++counts[shuffledRows(3, random)];
    ASSERT_EQ(counts.size(), 6u);
    for (const auto& [order, count] : counts)
        EXPECT_NEAR(count, 10'000, 450);
}

TEST(Shuffle, ofNothingOrOneRowIsHarmless)
{
    Random random(3);
    EXPECT_TRUE(shuffledRows(0, random).empty());
    EXPECT_EQ(shuffledRows(1, random), std::vector<std::size_t>{0});
}

TEST(Split, keepsInputsBesideTheirTargets)
{
    const Table all{2, {0, 1, 10, 11, 20, 21}, {0, 1, 2}};
    const Table part = rowsOf(all, {2, 0, 1}, 0, 2);
    EXPECT_EQ(part.inputs, (std::vector<float>{20, 21, 0, 1}));
    EXPECT_EQ(part.targets, (std::vector<float>{2, 0}));
    EXPECT_EQ(part.features, 2u);
}

TEST(Split, isRefusedWhereItTeachesOrTestsNothing)
{
    EXPECT_FALSE(errorInSplit(withTargets({0, 1}, {1, 0})));
    EXPECT_THAT(errorInSplit(withTargets({}, {0, 1}))->message, HasSubstr("Nothing is left to train on."));
    EXPECT_THAT(errorInSplit(withTargets({0, 1}, {}))->message, HasSubstr("Nothing is left to test with."));
    EXPECT_THAT(errorInSplit(withTargets({0, 0}, {0, 1}))->message, HasSubstr("no row of class +1."));
    EXPECT_THAT(errorInSplit(withTargets({0, 1}, {1, 1}))->message, HasSubstr("one class only"));
    EXPECT_EQ(errorInSplit(withTargets({}, {}))->field, "samples");
}

}  // namespace
}  // namespace actlab::data
