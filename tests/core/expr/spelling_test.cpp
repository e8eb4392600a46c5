#include "core/expr/spelling.hpp"

#include <gtest/gtest.h>

namespace actlab::expr {

namespace {

const std::vector<std::string> kNames{"tan", "tanh", "exp", "sigmoid", "log1p"};

TEST(NearestName, findsSwappedMissingAndDoubledLetters)
{
    EXPECT_EQ(nearestName("tahn", kNames), "tanh");
    EXPECT_EQ(nearestName("sigmid", kNames), "sigmoid");
    EXPECT_EQ(nearestName("expp", kNames), "exp");
}

TEST(NearestName, overlooksCase)
{
    EXPECT_EQ(nearestName("Tanh", kNames), "tanh");
}

TEST(NearestName, isEmptyWhereNothingIsNear)
{
    EXPECT_EQ(nearestName("foobar", kNames), "");
    EXPECT_EQ(nearestName("", kNames), "");
    EXPECT_EQ(nearestName("x", {}), "");
}

TEST(NearestName, doesNotWeighEndlessNames)
{
    EXPECT_EQ(nearestName(std::string(10'000, 'a'), kNames), "");
    EXPECT_EQ(nearestName("a", {std::string(10'000, 'a')}), "");
}

}  // namespace

}  // namespace actlab::expr
