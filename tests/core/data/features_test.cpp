#include "core/data/features.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace actlab::data {
namespace {

DataSpec withFeatures(std::vector<Feature> features, const char* name = "spiral")
{
    DataSpec spec;
    spec.name = name;
    spec.features = std::move(features);
    return spec;
}

TEST(Features, standInPlaceOfTheCoordinates)
{
    using enum Feature;
    const Dataset plain = *load(withFeatures({}));
    const Dataset data = *load(withFeatures({X, Y, XSquared, YSquared, Product, SineX, SineY}));
    ASSERT_EQ(data.train.features, 7U);
    EXPECT_EQ(data.trainPlane, plain.train.inputs);
    EXPECT_EQ(data.testPlane, plain.test.inputs);
    EXPECT_EQ(data.train.targets, plain.train.targets);
    for (const auto& [table, places] :
         {std::pair(&data.train, &data.trainPlane), std::pair(&data.test, &data.testPlane)})
        for (std::size_t row = 0; row < table->rows(); ++row) {
            const float x = (*places)[2 * row], y = (*places)[2 * row + 1];
            const std::vector<float> expected{x, y, x * x, y * y, x * y, std::sin(x), std::sin(y)};
            const auto begin = table->inputs.begin() + static_cast<std::ptrdiff_t>(7 * row);
            EXPECT_EQ(std::vector<float>(begin, begin + 7), expected);
        }
    EXPECT_EQ(data.featureNames, (std::vector<std::string>{"x", "y", "x²", "y²", "xy", "sin x", "sin y"}));
}

TEST(Features, leaveThePlaceWhereItIs)
{
    const Dataset data = *load(withFeatures({Feature::Product}));
    EXPECT_EQ(dimensions(data), 2U);
    EXPECT_EQ(trainPlaces(data).size(), 2 * data.train.rows());
    EXPECT_EQ(testPlaces(data).size(), 2 * data.test.rows());
    EXPECT_EQ(inputsAt(data, {2, 3, -1, 4}), (std::vector<float>{6, -4}));
}

TEST(Features, areOfPlanesAlone)
{
    const Dataset line = *load(withFeatures({Feature::XSquared}, "sine"));
    EXPECT_FALSE(hasFeatures(line));
    EXPECT_EQ(line.train.features, 1U);
    EXPECT_EQ(inputsAt(line, {2}), std::vector<float>{2});
    EXPECT_FALSE(hasFeatures(*load(withFeatures({Feature::X}, "digits"))));
    DataSpec formula = withFeatures({Feature::SineY}, "formula");
    formula.formula = "y > sin(x)";
    const Dataset made = *load(formula);
    EXPECT_EQ(made.train.features, 1U);
    EXPECT_TRUE(hasFeatures(made));
}

TEST(Features, areNoneOfATable)
{
    Dataset table;
    table.name = "csv";
    table.train.features = 2;
    takeFeatures(table, {Feature::X});
    EXPECT_TRUE(table.features.empty());
}

TEST(Features, areNotGivenTwice)
{
    EXPECT_EQ(validate(withFeatures({Feature::X, Feature::Y, Feature::X}))->field, "features");
    EXPECT_FALSE(validate(withFeatures({Feature::Y, Feature::X})));
}

}  // namespace
}  // namespace actlab::data
