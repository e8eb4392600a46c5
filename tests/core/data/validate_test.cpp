#include "core/data/dataset.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace actlab::data {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string fieldOf(const DataSpec& spec)
{
    const auto error = validate(spec);
    return error ? error->field : "";
}

DataSpec named(std::string name)
{
    DataSpec spec;
    spec.name = std::move(name);
    return spec;
}

TEST(DataSpec, isValidAsItComes)
{
    EXPECT_EQ(fieldOf({}), "");
    for (const DataSetInfo& set : dataSets())
        EXPECT_EQ(fieldOf(named(std::string(set.name))), "") << set.name;
}

TEST(DataSpec, refusesNoiseOutOfRange)
{
    for (const double noise : {-0.01, 0.51, kNan, kInfinity, -kInfinity, 1e300}) {
        DataSpec spec;
        spec.noise = noise;
        EXPECT_EQ(fieldOf(spec), "noise") << noise;
        EXPECT_FALSE(load(spec)) << noise;
    }
}

TEST(DataSpec, refusesATrainShareOutOfRange)
{
    for (const double share : {0.0, 1.0, 0.09, 0.91, -1.0, kNan, kInfinity}) {
        DataSpec spec;
        spec.trainShare = share;
        EXPECT_EQ(fieldOf(spec), "train-share") << share;
    }
}

TEST(DataSpec, refusesTooFewAndTooManySamples)
{
    DataSpec spec;
    for (const std::size_t samples : {std::size_t{1}, std::size_t{9}, std::size_t{100'001}, SIZE_MAX}) {
        spec.samples = samples;
        EXPECT_EQ(fieldOf(spec), "samples") << samples;
    }
    spec.name = "digits";
    spec.samples = 1'798;
    EXPECT_THAT(validate(spec)->message, HasSubstr("1797"));
}

TEST(DataSpec, suggestsTheNameThatWasMeant)
{
    EXPECT_THAT(validate(named("sprial"))->message, HasSubstr("did you mean \"spiral\"?"));
    EXPECT_THAT(validate(named("digit"))->message, HasSubstr("did you mean \"digits\"?"));
    EXPECT_THAT(validate(named("Circel"))->message, HasSubstr("did you mean \"circle\"?"));
}

TEST(DataSpec, listsTheNamesWhereNoneIsNear)
{
    for (const std::string& name : {std::string(), std::string("imagenet"), std::string(100'000, 'x')}) {
        const auto error = validate(named(name));
        ASSERT_TRUE(error);
        EXPECT_EQ(error->field, "dataset");
        EXPECT_THAT(error->message, HasSubstr("circle, xor, gauss, spiral, moons, plane, multi-gauss, sine, digits"));
        EXPECT_LT(error->message.size(), 200u);
    }
}

}  // namespace
}  // namespace actlab::data
