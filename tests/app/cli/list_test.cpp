#include "tests/app/cli/run_program.hpp"

#include <gmock/gmock.h>

namespace actlab::cli {
namespace {

TEST(List, holdsTheWholeCatalogueAsJson)
{
    const auto answer = actlab({"list", "--json"});
    ASSERT_EQ(answer.exitCode, 0);
    const auto list = answer.json();
    EXPECT_GE(list.size(), 83U);
    for (const auto& row : list)
        for (const auto* key : {"name", "formula", "params", "family", "smoothness", "reference"})
            EXPECT_TRUE(row.contains(key)) << row;
}

TEST(List, givesDefaultsOfParameters)
{
    for (const auto& row : actlab({"list", "--json"}).json())
        if (row["name"] == "ELU") {
            EXPECT_EQ(row["params"]["alpha"], 1);
        }
}

TEST(List, showsALineForEachInText)
{
    const auto answer = actlab({"list"});
    EXPECT_EQ(answer.exitCode, 0);
    EXPECT_GE(std::count(answer.output.begin(), answer.output.end(), '\n'), 83);
}

}  // namespace
}  // namespace actlab::cli
