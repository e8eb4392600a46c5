#include "tests/app/cli/run_program.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace actlab::cli {
namespace {

using testing::HasSubstr;
using Numbers = std::vector<double>;

nlohmann::json eval(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "eval");
    arguments.push_back("--json");
    const auto answer = actlab(arguments);
    EXPECT_EQ(answer.exitCode, 0) << answer.error;
    EXPECT_EQ(answer.error, "");
    return answer.json();
}

TEST(Eval, givesValuesAndDerivatives)
{
    const auto values = eval({"--expr", "x^3", "--at", "-2,0,2", "--order", "2"});
    EXPECT_EQ(values["x"], (Numbers{-2, 0, 2}));
    EXPECT_EQ(values["f"], (Numbers{-8, 0, 8}));
    EXPECT_EQ(values["df"], (Numbers{12, 0, 12}));
    EXPECT_EQ(values["d2f"], (Numbers{-12, 0, 12}));
}

TEST(Eval, givesTheSlopesByLearnableParameters)
{
    const auto values = eval({"--expr", "a*x + b*x^2", "--learnable", "b", "--at=-1,0,2", "--order", "1"});
    EXPECT_EQ(values["by_parameter"].size(), 1U);
    EXPECT_EQ(values["by_parameter"]["b"], (Numbers{1, 0, 4}));
}

TEST(Eval, acceptsNegativeNumbersWithAndWithoutEqualsSign)
{
    EXPECT_EQ(eval({"--name", "relu", "--at=-1,0,1"})["f"], (Numbers{0, 0, 1}));
    EXPECT_EQ(eval({"--name", "relu", "--at", "-1,0,1"})["f"], (Numbers{0, 0, 1}));
    EXPECT_EQ(eval({"--name", "relu", "--at", "-.5"})["x"], (Numbers{-0.5}));
    EXPECT_EQ(eval({"--expr", "-x", "--at", "2"})["f"], (Numbers{-2}));
}

TEST(Eval, spreadsARangeOverBothEnds)
{
    EXPECT_EQ(eval({"--name", "identity", "--range", "-10,10,5"})["x"], (Numbers{-10, -5, 0, 5, 10}));
    EXPECT_EQ(eval({"--name", "identity", "--range=2,3,1"})["x"], (Numbers{2}));
    EXPECT_EQ(eval({"--name", "identity", "--range=-6,6,13"})["x"][5], -1);
    EXPECT_EQ(eval({"--name", "identity", "--range=-1.5e308,1.5e308,3"})["x"], (Numbers{-1.5e308, 0, 1.5e308}));
}

TEST(Eval, writesNonFiniteNumbersAsStrings)
{
    const auto values = eval({"--expr", "1/x", "--at", "0,inf,-inf"});
    EXPECT_EQ(values["x"], nlohmann::json::parse(R"([0.0, "inf", "-inf"])"));
    EXPECT_EQ(values["f"][0], "inf");
    EXPECT_EQ(eval({"--expr", "log(x)", "--at", "-1"})["f"][0], "nan");
}

TEST(Eval, calculatesInFloat32WhenAsked)
{
    const double single = eval({"--expr", "exp(x)", "--at", "1", "--dtype", "float32"})["f"][0];
    EXPECT_EQ(single, static_cast<double>(static_cast<float>(single)));
    EXPECT_NEAR(single, std::exp(1.0), 1e-6);
}

TEST(Eval, printsATableForPeople)
{
    const auto answer = actlab({"eval", "--name", "relu", "--at", "0.1", "--order", "1"});
    EXPECT_EQ(answer.exitCode, 0);
    EXPECT_THAT(answer.output, HasSubstr("f'(x)"));
    EXPECT_THAT(answer.output, HasSubstr("0.1"));
    EXPECT_THAT(actlab({"eval", "--expr", "sqrt(x)", "--at", "-1"}).output, testing::Not(HasSubstr("-nan")));
}

TEST(Eval, refusesWrongPoints)
{
    expectBadInput({"eval", "--name", "relu", "--at", "1,nan"}, "--at: \"nan\" is not a number");
    expectBadInput({"eval", "--name", "relu", "--at", "1,,2"}, "--at: \"\" is not a number");
    expectBadInput({"eval", "--name", "relu", "--at", ""}, "--at: ");
    expectBadInput({"eval", "--name", "relu", "--at", "1e999"}, "--at: \"1e999\"");
    for (const auto* range : {"0,1,0", "0,1,1e12", "0,1,2.5", "0,1,-1"})
        expectBadInput({"eval", "--name", "relu", "--range", range}, "--range: n must be");
    expectBadInput({"eval", "--name", "relu", "--range", "0,1"}, "--range: needs three numbers");
    expectBadInput({"eval", "--name", "relu", "--range", "1,0,5"}, "--range: lo must");
    expectBadInput({"eval", "--name", "relu", "--range", "0,1,5", "--at", "1"}, "--range: ");
}

}  // namespace
}  // namespace actlab::cli
