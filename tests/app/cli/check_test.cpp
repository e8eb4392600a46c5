#include "tests/app/cli/run_program.hpp"

#include <gmock/gmock.h>

namespace actlab::cli {
namespace {

using testing::HasSubstr;

nlohmann::json checked(std::vector<std::string> arguments, int exitCode = 0)
{
    arguments.insert(arguments.begin(), "check");
    arguments.emplace_back("--json");
    const auto answer = actlab(arguments);
    EXPECT_EQ(answer.exitCode, exitCode) << answer.error;
    EXPECT_EQ(answer.error, "");
    return answer.json();
}

TEST(Check, hasTheKeysOfTheManual)
{
    const auto report = checked({"--name", "hardtanh"});
    EXPECT_EQ(report["continuity"], "C0");
    ASSERT_EQ(report["kinks"].size(), 2U);
    const auto& kink = report["kinks"][0];
    EXPECT_EQ(kink["x"], -1);
    EXPECT_EQ(kink["left"], -1);
    EXPECT_EQ(kink["right"], -1);
    EXPECT_EQ(kink["left_slope"], 0);
    EXPECT_EQ(kink["right_slope"], 1);
    EXPECT_EQ(kink["kind"], "kink");
    EXPECT_EQ(kink["used_gradient"], 0);
    EXPECT_EQ(report["range"], nlohmann::json::parse("[-1, 1]"));
    EXPECT_EQ(report["monotonic"], true);
    EXPECT_EQ(report["lipschitz"], 1);
    EXPECT_EQ(report["zero_mean"], true);
    EXPECT_NEAR(report["init_gain"], 1.3920, 1e-4);
    EXPECT_EQ(report["gradcheck"]["passed"], true);
    EXPECT_LT(report["gradcheck"]["worst_error"], 1e-5);
    EXPECT_GT(report["gradcheck"]["points"], 100);
    EXPECT_TRUE(report["stability"].is_array());
    EXPECT_TRUE(report["same_as"].is_array());
    EXPECT_EQ(report["deep_network"]["signal"]["verdict"], "keeps");
}

TEST(Check, namesTheCauseAndTheCureOfAnOverflow)
{
    const auto report = checked({"--expr", "log(1 + exp(x))"});
    bool isFound = false;
    for (const auto& each : report["stability"])
        if (each["dtype"] == "float32" && each["what"] == "value is infinite") {
            isFound = true;
            EXPECT_NEAR(each["from"], 88.7228, 1e-3);
            EXPECT_EQ(each["to"], "inf");
            EXPECT_EQ(each["node"], "exp(x)");
            EXPECT_THAT(std::string(each["suggestion"]), HasSubstr("softplus"));
        }
    EXPECT_TRUE(isFound) << report["stability"].dump(1);
}

TEST(Check, endsWithOneWhereItCannotTrain)
{
    const auto step = checked({"--expr", "{x > 0: 1, 0}"}, 1);
    EXPECT_EQ(step["can_train"], false);
    EXPECT_THAT(std::string(step["obstacle"]), HasSubstr("gradient is 0 everywhere"));
    EXPECT_EQ(step["continuity"], "jump");
    checked({"--expr", "log(x)"}, 1);
}

TEST(Check, writesWhatIsNotFiniteAsText)
{
    const auto report = checked({"--expr", "sin(x)/x"}, 1);
    ASSERT_EQ(report["kinks"].size(), 1U);
    EXPECT_EQ(report["kinks"][0]["kind"], "removable");
    EXPECT_EQ(report["kinks"][0]["left"], 1);
    EXPECT_EQ(report["kinks"][0]["value"], "nan");
    EXPECT_EQ(report["kinks"][0]["used_gradient"], "nan");
    EXPECT_EQ(checked({"--expr", "x^2"})["lipschitz"], "inf");
    EXPECT_EQ(checked({"--expr", "1"}, 1)["range"], nlohmann::json::parse("[1, 1]"));
}

TEST(Check, tellsASurrogateGradientFromTheTrueOne)
{
    const auto report = checked({"--expr", "{x > 0: 1, 0}", "--gradient", "{-1 < x and x < 1: 1, 0}"});
    EXPECT_EQ(report["can_train"], true);
    EXPECT_EQ(report["gradcheck"]["passed"], false);
    EXPECT_EQ(report["gradcheck"]["worst_error"], 1);
    EXPECT_EQ(report["gradcheck"]["own_gradient"], true);
    EXPECT_EQ(report["gradcheck"]["true_derivative"]["passed"], true);
}

TEST(Check, findsCopies)
{
    const auto report = checked({"--expr", "2*sigmoid(2*x) - 1"});
    ASSERT_FALSE(report["same_as"].empty());
    EXPECT_LT(report["same_as"][0]["distance"], 1e-9);
    EXPECT_EQ(report["same_as"][0]["name"], "Tanh");
    EXPECT_EQ(report["same_as"][0]["map"], "tanh(x)");
}

TEST(Check, looksForKinksInAnInterval)
{
    EXPECT_EQ(checked({"--expr", "abs(abs(x) - 1)"})["kinks"].size(), 3U);
    EXPECT_EQ(checked({"--expr", "abs(abs(x) - 1)", "--lo", "-0.5", "--hi", "3"})["kinks"].size(), 2U);
    EXPECT_EQ(checked({"--expr", "abs(sin(x))"})["kinks_complete"], false);
    expectBadInput({"check", "--expr", "x", "--lo", "2", "--hi", "1"}, "--lo: the interval is empty");
    expectBadInput({"check", "--expr", "x", "--lo", "nan", "--hi", "1"}, "--lo: ");
    expectBadInput({"check", "--expr", "sin(x"}, "formula:1:");
}

TEST(Check, readsWellForPeople)
{
    const auto answer = actlab({"check", "--expr", "log(1 + exp(x))"});
    EXPECT_EQ(answer.exitCode, 0);
    EXPECT_THAT(answer.output, HasSubstr("can train"));
    EXPECT_THAT(answer.output, HasSubstr("because of exp(x); write softplus(x"));
    EXPECT_THAT(answer.output, HasSubstr("exactly: Softplus, Dugas et al., NIPS 2000"));
    EXPECT_THAT(answer.output, HasSubstr("50 layers"));
}

#if ACTLAB_HAS_TORCH
TEST(Check, comparesWithAutograd)
{
    const auto autograd = checked({"--name", "mish"})["gradcheck"]["autograd"];
    EXPECT_EQ(autograd["passed"], true);
    EXPECT_LT(autograd["worst_error"], 1e-12);
}

TEST(Check, measuresWhenItIsAskedTo)
{
    EXPECT_FALSE(checked({"--name", "mish"}).contains("timing"));
    const auto rows = checked({"--name", "mish", "--timing"})["timing"];
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0]["size"], 65536);
    EXPECT_GT(rows[0]["kernel_ns"], 0);
    EXPECT_GT(rows[0]["ratio_builtin"], 0);
    EXPECT_THAT(actlab({"check", "--name", "mish", "--timing"}).output, HasSubstr("that of PyTorch's own"));
}
#endif

}  // namespace
}  // namespace actlab::cli
