#include "core/workspace/race_csv.hpp"

#include <gtest/gtest.h>

namespace actlab::workspace {
namespace {

nn::Standing standingOf(const std::string& name, std::vector<nn::RaceRun::Epoch> course)
{
    nn::Standing standing;
    standing.activation = activation::makeActivation({name, "x", "", {}}).value();
    standing.runs.resize(1);
    standing.runs[0].course = std::move(course);
    return standing;
}

TEST(RaceCsv, hasTwoColumnsForEachActivationAndNothingWhereItsCourseIsOver)
{
    nn::RaceResult result;
    result.standings = {standingOf("a, \"b\"", {{0.5F, 0.25F}, {0.1F, 0.75F}}), standingOf("Tanh", {{1, 0.5F}})};
    EXPECT_EQ(raceCsv(result), "epoch,\"a, \"\"b\"\"\",\"a, \"\"b\"\" deviation\",Tanh,Tanh deviation\n"
                               "0,0.25,,0.5,\n"
                               "1,0.75,,,\n");
    result.isOverValues = true;
    EXPECT_TRUE(raceCsv(result).ends_with("\n1,0.10000000149011612,,,\n")) << raceCsv(result);
}

TEST(RaceCsv, ofNoRaceIsItsTitle)
{
    EXPECT_EQ(raceCsv({}), "epoch\n");
}

}  // namespace
}  // namespace actlab::workspace
