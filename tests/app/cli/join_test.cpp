#include "tests/app/cli/run_program.hpp"

#include <gmock/gmock.h>

namespace actlab::cli {
namespace {

TEST(Join, makesNeighboursMeetInValue)
{
    const auto answer = actlab({"join", "--expr", "{x < 0: exp(x), x < 1: x, 3}", "--at", "1,0", "--json"}).json();
    EXPECT_EQ(answer["formula"], "{x < 0: exp(x), x < 1: x + 1, 2}");
    ASSERT_EQ(answer["kinks"].size(), 2U);
    EXPECT_EQ(answer["kinks"][0]["kind"], "C1");
    EXPECT_EQ(answer["kinks"][1]["left"], 2);
    EXPECT_EQ(answer["kinks"][1]["right"], 2);
    EXPECT_EQ(answer["kinks"][1]["kind"], "kink");
}

TEST(Join, makesNeighboursMeetInSlope)
{
    const auto answer = actlab({"join", "--expr", "{x < 1: x^2, 5}", "--at", "1", "--order", "1", "--json"}).json();
    EXPECT_EQ(answer["formula"], "{x < 1: x^2, 2*x - 1}");
    EXPECT_EQ(answer["kinks"][0]["kind"], "C1");
}

TEST(Join, joinsAtANegativeKnot)
{
    const auto answer = actlab({"join", "--expr", "{x < -1: 0, x}", "--at", "-1", "--json"});
    ASSERT_EQ(answer.exitCode, 0) << answer.error;
    EXPECT_EQ(answer.json()["formula"], "{x < -1: 0, x + 1}");
}

TEST(Join, namesTheKnotsThereAre)
{
    expectBadInput({"join", "--expr", "{x < 0: 0, x < 2: x, 3}", "--at", "1"},
                   "--at: There is no knot at x = 1; there are knots at 0 and 2.");
    expectBadInput({"join", "--expr", "tanh(x)", "--at", "1"}, "--at: There is no knot at x = 1;");
    expectBadInput({"join", "--expr", "{x < 0: 0, x}", "--at", "zero"}, "--at: \"zero\" is not a number");
}

TEST(Join, readsWellForPeople)
{
    const auto answer = actlab({"join", "--expr", "{x < 0: 1, x}", "--at", "0"});
    EXPECT_THAT(answer.output, testing::HasSubstr("{x < 0: 1, x + 1}\nx = 0             kink"));
}

}  // namespace
}  // namespace actlab::cli
