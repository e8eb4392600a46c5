#include "core/data/names.hpp"

#include <gtest/gtest.h>

#include <string>

namespace actlab::data {
namespace {

TEST(Names, findASetInAnyCase)
{
    ASSERT_NE(findDataSet("Spiral"), nullptr);
    EXPECT_EQ(findDataSet("Spiral")->title, "Two spirals");
    EXPECT_EQ(findDataSet("spirals"), nullptr);
    EXPECT_EQ(findDataSet(""), nullptr);
}

TEST(Names, tellWhetherASetAsksForValues)
{
    EXPECT_TRUE(isRegression("sine"));
    EXPECT_TRUE(isRegression("SINE"));
    EXPECT_FALSE(isRegression("digits"));
    EXPECT_FALSE(isRegression("no such set"));
}

TEST(Names, ofSetsThatAreFarFromWhatWasTypedAreNotProposed)
{
    EXPECT_EQ(nearestDataSet("gaus"), "gauss");
    EXPECT_EQ(nearestDataSet("photographs"), "");
    EXPECT_EQ(nearestDataSet(""), "");
    EXPECT_EQ(nearestDataSet(std::string(1000, 's')), "");
}

}  // namespace
}  // namespace actlab::data
