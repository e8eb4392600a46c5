#include "core/data/dataset.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace actlab::data {
namespace {

using testing::ElementsAre;

bool operator==(const Table& a, const Table& b)
{
    return a.features == b.features && a.inputs == b.inputs && a.targets == b.targets;
}

DataSpec named(std::string_view name, std::uint64_t seed = 1)
{
    DataSpec spec;
    spec.name = name;
    spec.seed = seed;
    return spec;
}

Dataset loaded(const DataSpec& spec)
{
    auto data = load(spec);
    EXPECT_TRUE(data) << data.error().message;
    return data ? *data : Dataset{};
}

TEST(Datasets, areWhatTheirRowsPromise)
{
    for (const DataSetInfo& set : dataSets()) {
        const Dataset data = loaded(named(set.name));
        EXPECT_EQ(data.name, set.name);
        EXPECT_EQ(data.task, set.task);
        EXPECT_EQ(data.classes, set.classes);
        EXPECT_EQ(data.classNames.size(), set.classes);
        EXPECT_EQ(data.featureNames.size(), set.features);
        for (const Table* table : {&data.train, &data.test}) {
            EXPECT_EQ(table->features, set.features);
            EXPECT_EQ(table->inputs.size(), table->rows() * set.features);
            EXPECT_TRUE(std::ranges::all_of(table->inputs, [](float x) { return std::isfinite(x); }));
        }
        EXPECT_EQ(data.train.rows() + data.test.rows(), usualSamples(set)) << set.name;
    }
}

TEST(Datasets, areTheSameForTheSameSpec)
{
    for (const DataSetInfo& set : dataSets()) {
        DataSpec spec = named(set.name);
        spec.noise = 0.2;
        const Dataset first = loaded(spec), second = loaded(spec);
        EXPECT_TRUE(first.train == second.train && first.test == second.test) << set.name;
        spec.seed = 2;
        EXPECT_FALSE(first.train == loaded(spec).train) << set.name;
    }
}

TEST(Datasets, haveTheirUsualSizes)
{
    EXPECT_EQ(loaded(named("circle")).train.rows(), 400u);
    EXPECT_EQ(loaded(named("sine")).train.rows(), 960u);
    EXPECT_EQ(loaded(named("digits")).train.rows(), 1437u);
}

TEST(Datasets, areSplitByTheShareAskedFor)
{
    DataSpec spec = named("xor");
    for (int tenths = 1; tenths <= 9; ++tenths) {
        spec.trainShare = tenths / 10.0;
        EXPECT_EQ(loaded(spec).train.rows(), 50u * static_cast<unsigned>(tenths));
    }
}

TEST(Datasets, mixTheClassesInBothParts)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Dataset data = loaded(named("spiral", seed));
        const auto positives = std::ranges::count(data.train.targets, 1.0F);
        EXPECT_NEAR(static_cast<double>(positives), 200, 30);
    }
}

TEST(Datasets, withOneClassOnlyAreRefused)
{
    DataSpec spec = named("circle");
    spec.samples = 10;
    spec.trainShare = 0.1;  // one row to train on
    const auto data = load(spec);
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error().field, "samples");
}

TEST(Datasets, ofFewDigitsSayWhichOneIsMissing)
{
    DataSpec spec = named("digits");
    spec.samples = 12;
    const auto data = load(spec);
    ASSERT_FALSE(data);
    EXPECT_THAT(data.error().message, testing::HasSubstr("no row of class"));
}

TEST(Datasets, takeASampleOfTheDigitsFromAllOfThem)
{
    DataSpec spec = named("digits");
    spec.samples = 500;
    const Dataset data = loaded(spec);
    EXPECT_EQ(data.train.rows() + data.test.rows(), 500u);
    for (float digit = 0; digit < 10; ++digit)
        EXPECT_GT(std::ranges::count(data.train.targets, digit), 5);
}

TEST(Datasets, keepNoisyGreyValuesBetweenPaperAndInk)
{
    DataSpec spec = named("digits");
    spec.noise = 0.5;
    const Dataset noisy = loaded(spec);
    EXPECT_TRUE(std::ranges::all_of(noisy.train.inputs, [](float x) { return x >= 0 && x <= 1; }));
    EXPECT_FALSE(noisy.train == loaded(named("digits")).train);
}

TEST(Datasets, nameTheirColumns)
{
    EXPECT_THAT(loaded(named("moons")).featureNames, ElementsAre("x", "y"));
    EXPECT_THAT(loaded(named("sine")).featureNames, ElementsAre("x"));
    const Dataset digits = loaded(named("digits"));
    EXPECT_EQ(digits.featureNames.at(10), "pixel 1,2");
    EXPECT_EQ(digits.imageWidth * digits.imageHeight, 64u);
    EXPECT_EQ(digits.classNames.at(7), "7");
}

TEST(Datasets, areFoundInAnyCase)
{
    EXPECT_EQ(loaded(named("Spiral")).name, "spiral");
}

}  // namespace
}  // namespace actlab::data
