#include "tests/app/cli/run_program.hpp"

#include <gmock/gmock.h>

namespace actlab::cli {
namespace {

using testing::HasSubstr;

std::vector<std::string> raceOf(std::vector<std::string> more)
{
    std::vector<std::string> arguments{"race", "--dataset", "gauss", "--layers", "6", "--epochs", "6"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

TEST(Race, hasTheKeysOfTheManual)
{
    const auto answer = actlab(
        raceOf({"--activation", "tanh", "--activation", "{x > 0: x, 0}", "--seeds", "3", "--seed", "4", "--json"}));
    ASSERT_EQ(answer.exitCode, 0) << answer.error;
    const auto standings = answer.json();
    ASSERT_EQ(standings.size(), 2U);
    EXPECT_EQ(standings[0]["name"], "Tanh");
    EXPECT_EQ(standings[1]["name"], "{x > 0: x, 0}");
    for (const auto& standing : standings) {
        EXPECT_GT(standing["mean"], 0.5);
        EXPECT_GE(standing["std"], 0);
        EXPECT_TRUE(standing["epochs_to_target"].is_null());
        ASSERT_EQ(standing["runs"].size(), 3U);
        EXPECT_EQ(standing["runs"][0]["seed"], 4);
        EXPECT_EQ(standing["runs"][2]["outcome"], "finished");
    }
    EXPECT_TRUE(standings[0]["ahead_of_first"].is_null());
    EXPECT_LE(standings[1]["ahead_of_first"]["low"], standings[1]["ahead_of_first"]["high"]);
}

TEST(Race, saysWhoIsAheadOrThatItCannotTell)
{
    const auto answer = actlab(raceOf({"--activation", "tanh", "--activation", "tanh", "--seeds", "2"}));
    EXPECT_EQ(answer.exitCode, 0);
    EXPECT_THAT(answer.output, HasSubstr("The 2 seeds cannot tell Tanh from Tanh."));
}

TEST(Race, refusesFewerThanTwoAndMoreThanEight)
{
    expectBadInput(raceOf({"--activation", "tanh"}), "--activation: a race needs two");
    expectBadInput(raceOf({"--name", "gelu", "--activation", "tanh", "--activation", "relu"}),
                   "--activation: cannot");
    std::vector<std::string> many;
    for (int i = 0; i < 9; ++i)
        many.insert(many.end(), {"--activation", "tanh"});
    expectBadInput(raceOf(many), "--activation: ");
    expectBadInput(raceOf({"--activation", "tanh", "--activation", "sin(x"}), "");
    expectBadInput(raceOf({"--activation", "tanh", "--activation", "relu", "--seeds", "0"}), "--seeds: ");
}

TEST(Race, ofOneSeedHasNoSpread)
{
    const auto runners = [](const char* last) {
        return raceOf({"--activation", "tanh", "--activation", "relu", "--seeds", "1", last});
    };
    const auto standings = actlab(runners("--json")).json();
    EXPECT_TRUE(standings[0]["std"].is_null());
    EXPECT_TRUE(standings[0]["test_loss"]["std"].is_null());
    EXPECT_FALSE(standings[0]["mean"].is_null());
    EXPECT_EQ(actlab(runners("--seed=2")).output.find("±"), std::string::npos);
}

TEST(Race, failsWhereNoRunHasNumbers)
{
    const auto answer = actlab(raceOf({"--activation", "exp(exp(x^2)+9)", "--activation", "exp(exp(x^2)+8)", "--lr",
                                       "100", "--seeds", "1", "--json"}));
    EXPECT_EQ(answer.exitCode, 1);
    EXPECT_THAT(answer.error, HasSubstr("No run came to an end"));
}

}  // namespace
}  // namespace actlab::cli
