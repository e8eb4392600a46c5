#include "tests/app/cli/run_program.hpp"

#include <gtest/gtest.h>

namespace actlab::cli {
namespace {

const char* const kColumns[] = {"kernel_ns", "builtin_ns", "composed_ns", "ratio_builtin", "ratio_composed"};

/// The row of one size of one activation.
nlohmann::json benched(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "bench");
    arguments.insert(arguments.end(), {"--sizes", "32", "--json"});
    const auto answer = actlab(arguments);
    EXPECT_EQ(answer.exitCode, 0) << answer.error;
    return answer.json().at(0);
}

TEST(Bench, measuresKernelBuiltinAndComposedFormula)
{
    if (!ACTLAB_HAS_TORCH)
        GTEST_SKIP() << "built without Torch";
    const auto row = benched({"--name", "silu", "--threads", "1"});
    EXPECT_EQ(row["size"], 32);
    for (const std::string pass : {"", "forward_"})
        for (const std::string column : kColumns) {
            EXPECT_GT(row.at(pass + column), 0) << pass << column;
            EXPECT_LE(row.at(pass + column + "_min"), row.at(pass + column + "_max")) << pass << column;
        }
}

TEST(Bench, hasNoBuiltinForAFormulaOfOnesOwn)
{
    if (!ACTLAB_HAS_TORCH)
        GTEST_SKIP() << "built without Torch";
    const auto row = benched({"--expr", "x > 0 ? x : a*(exp(x) - 1)", "--param", "a=0.5", "--learnable", "a"});
    for (const char* key :
         {"builtin_ns", "builtin_ns_min", "forward_builtin_ns", "ratio_builtin", "forward_ratio_builtin_max"})
        EXPECT_TRUE(row.at(key).is_null()) << key;
    EXPECT_GT(row.at("ratio_composed"), 0);
}

TEST(Bench, takesARowForEachSizeAndSaysItInWordsToo)
{
    if (!ACTLAB_HAS_TORCH)
        GTEST_SKIP() << "built without Torch";
    const auto answer = actlab({"bench", "--name", "relu", "--sizes", "1,17"});
    EXPECT_EQ(answer.exitCode, 0) << answer.error;
    EXPECT_EQ(std::ranges::count(answer.output, '\n'), 5) << answer.output;
}

TEST(Bench, saysWhatIsWrongWithItsInput)
{
    expectBadInput({"bench"}, "activation: one of --name");
    expectBadInput({"bench", "--name", "relu", "--sizes", "0"}, "--sizes: must be whole numbers from 1");
    expectBadInput({"bench", "--name", "relu", "--sizes", "1.5"}, "--sizes: must be whole numbers from 1");
    expectBadInput({"bench", "--name", "relu", "--sizes", "many"}, "--sizes: \"many\" is not a number");
    expectBadInput({"bench", "--name", "relu", "--threads", "0"}, "--threads");
}

}  // namespace
}  // namespace actlab::cli
