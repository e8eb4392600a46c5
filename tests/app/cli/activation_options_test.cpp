#include "core/workspace/document_json.hpp"
#include "tests/app/cli/run_program.hpp"

#include <fstream>
#include <gmock/gmock.h>

namespace actlab::cli {
namespace {

using testing::HasSubstr;
using Numbers = std::vector<double>;

nlohmann::json eval(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "eval");
    arguments.insert(arguments.end(), {"--at", "-1,2", "--order", "1", "--json"});
    const auto answer = actlab(arguments);
    EXPECT_EQ(answer.exitCode, 0) << answer.error;
    return answer.exitCode == 0 ? answer.json() : nlohmann::json::object();
}

TEST(ActivationOptions, findNamesInAnySpelling)
{
    for (const auto* name : {"LeakyReLU", "leaky_relu", "Leaky ReLU", "leaky-relu"})
        EXPECT_EQ(eval({"--name", name})["f"], (Numbers{-0.01, 2})) << name;
}

TEST(ActivationOptions, setParameters)
{
    EXPECT_EQ(eval({"--name", "elu", "--param", "alpha=0"})["f"], (Numbers{0, 2}));
    EXPECT_EQ(eval({"--expr", "a*x + b", "--param", "a=3", "--param", "b=-1"})["f"], (Numbers{-4, 5}));
    EXPECT_EQ(eval({"--expr", "a*x"})["f"], (Numbers{-1, 2}));
}

TEST(ActivationOptions, takeAGradientOfTheAuthorsOwn)
{
    const auto values = eval({"--name", "sign", "--gradient", "-x"});
    EXPECT_EQ(values["f"], (Numbers{-1, 1}));
    EXPECT_EQ(values["df"], (Numbers{1, -2}));
}

TEST(ActivationOptions, suggestTheNameThatWasMeant)
{
    expectBadInput({"eval", "--name", "gelluu"}, "--name: there is no activation \"gelluu\"; did you mean \"");
    expectBadInput({"eval", "--name", ""}, "--name: there is no activation");
}

TEST(ActivationOptions, pointAtTheWrongPlaceOfAFormula)
{
    expectBadInput({"eval", "--expr", "1 + 2*foo(x)"}, "formula:1:7: ");
    expectBadInput({"eval", "--expr", "αβ + 2*foo(x)"}, "formula:1:");
    expectBadInput({"eval", "--expr", "x +\n  )"}, "formula:2:3: ");
    expectBadInput({"eval", "--expr", ""}, "formula:1:1: ");
    expectBadInput({"eval", "--expr", "x", "--gradient", "1 + )"}, "gradient:1:5: ");
}

TEST(ActivationOptions, refuseParametersThatAreNotThere)
{
    expectBadInput({"eval", "--name", "elu", "--param", "beta=1"},
                   "--param: there is no parameter \"beta\"; there is alpha");
    expectBadInput({"eval", "--name", "relu", "--param", "a=1"}, "--param: there is no parameter \"a\"; this");
    expectBadInput({"eval", "--name", "elu", "--param", "alpha"}, "--param: \"alpha\" is not of the form");
    expectBadInput({"eval", "--name", "elu", "--param", "alpha=x"}, "--param: \"x\" is not a number");
    expectBadInput({"eval", "--name", "elu", "--param", "alpha=inf"}, "--param: ");
    expectBadInput({"eval", "--name", "elu", "--learnable", "beta"}, "--learnable: there is no parameter");
    expectBadInput({"eval", "--name", "elu", "--learnable", "alpha:row"}, "--learnable: \"row\" is none of shared");
}

TEST(ActivationOptions, wantExactlyOneActivation)
{
    expectBadInput({"eval"}, "activation: one of --name, --expr, --file and --python is needed");
    expectBadInput({"diff", "--name", "relu", "--expr", "x"}, "activation: only one");
}

TEST(ActivationOptions, readASavedActivation)
{
    const std::string path = testing::TempDir() + "saved-activation.json";
    std::ofstream(path) << workspace::toJson(activation::Definition{"Mine", "a*x", "", {{"a", 3}}});
    EXPECT_EQ(eval({"--file", path})["f"], (Numbers{-3, 6}));
    EXPECT_EQ(eval({"--file", path, "--param", "a=2"})["f"], (Numbers{-2, 4}));
    std::remove(path.c_str());
}

TEST(ActivationOptions, sayWhyAFileCannotBeRead)
{
    expectBadInput({"eval", "--file", "/no/such/file.json"}, "--file: cannot read \"/no/such/file.json\": No such");
    expectBadInput({"eval", "--file", testing::TempDir()}, "--file: cannot read");
    const std::string path = testing::TempDir() + "broken-activation.json";
    std::ofstream(path) << R"({"name": "Mine", )";
    expectBadInput({"eval", "--file", path}, path + ": ");
    std::remove(path.c_str());
}

}  // namespace
}  // namespace actlab::cli
