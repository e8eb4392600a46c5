#include "tests/app/cli/run_program.hpp"

#include <gmock/gmock.h>

namespace actlab::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Program, answersHelpAndVersion)
{
    const auto help = actlab({"--help"});
    const auto version = actlab({"--version"});
    EXPECT_EQ(help.exitCode, 0);
    for (const auto* command : {"list", "eval", "diff", "train", "selftest"})
        EXPECT_THAT(help.output, HasSubstr(command));
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_THAT(version.output, StartsWith("actlab "));
}

TEST(Program, answersHelpForEachCommand)
{
    for (const auto* command : {"list", "eval", "diff", "train", "selftest"}) {
        EXPECT_EQ(actlab({command, "--help"}).exitCode, 0) << command;
        EXPECT_THAT(actlab({command, "--help"}).output, HasSubstr("--json"));
    }
}

TEST(Program, notesWhatIsUnusualForPeopleOnStandardError)
{
    const auto constant = actlab({"eval", "--expr", "3", "--at", "1"});
    EXPECT_EQ(constant.exitCode, 0);
    EXPECT_THAT(constant.error, StartsWith("note: "));
    EXPECT_EQ(actlab({"eval", "--expr", "3", "--at", "1", "--json"}).error, "");
}

TEST(Program, refusesWhatItDoesNotKnowInOneLine)
{
    expectBadInput({}, "");
    expectBadInput({"dance"}, "actlab: there is no command \"dance\"");
    expectBadInput({"list", "--wrong"}, "");
    expectBadInput({"eval", "--name", "relu", "--order", "3"}, "--order: ");
    expectBadInput({"eval", "--name", "relu", "--dtype", "int8"}, "--dtype: ");
}

}  // namespace
}  // namespace actlab::cli
