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
    const auto isOver = [](const char* name, Task task = Task::Classification) {
        DataSpec spec;
        spec.name = name;
        spec.task = task;
        return isRegression(spec);
    };
    EXPECT_TRUE(isOver("sine"));
    EXPECT_TRUE(isOver("SINE"));
    EXPECT_FALSE(isOver("digits", Task::Regression));
    EXPECT_FALSE(isOver("no such set"));
    EXPECT_TRUE(isOver("csv", Task::Regression));
    EXPECT_FALSE(isOver("csv"));
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
