#include "tests/app/cli/run_program.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace actlab::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// A Python file that lives as long as the test.
class Import : public testing::Test {
protected:
    std::string file(const std::string& text)
    {
        std::ofstream(m_path) << text;
        return m_path;
    }
    ~Import() override { std::filesystem::remove(m_path); }

private:
    const std::string m_path =
        testing::TempDir() + testing::UnitTest::GetInstance()->current_test_info()->name() + ".py";
};

constexpr const char* kTwo = "import torch\ndef f(x, a=2.0): return a * x\ndef g(x): return torch.exp(x)\n";

TEST_F(Import, givesAFormulaForEachFunction)
{
    const auto answer = actlab({"import", file(kTwo), "--json"});
    ASSERT_EQ(answer.exitCode, 0) << answer.error;
    const auto functions = answer.json();
    ASSERT_EQ(functions.size(), 2U);
    EXPECT_EQ(functions[0]["name"], "f");
    EXPECT_EQ(functions[0]["formula"], "a*x");
    EXPECT_EQ(functions[0]["params"]["a"], 2.0);
    EXPECT_EQ(functions[1]["formula"], "exp(x)");
    EXPECT_TRUE(functions[1]["gradient"].is_null());
    EXPECT_THAT(actlab({"import", file(kTwo)}).output, HasSubstr("f(x) = a*x\n    a = 2"));
}

TEST_F(Import, tellsWhatItCannotReadAndGivesTheRest)
{
    const std::string path = file("def bad(x): return open(x)\ndef good(x): return x\n");
    const auto answer = actlab({"import", path, "--json"});
    EXPECT_EQ(answer.exitCode, 0);
    EXPECT_EQ(answer.json().size(), 1U);
    EXPECT_THAT(answer.error, StartsWith(path + ":1:20: `open` could do anything"));
}

TEST_F(Import, failsWhereNothingCanBeRead)
{
    const std::string path = file("import os\nos.system('true')\n");
    expectBadInput({"import", "/nowhere.py"}, "import: cannot read \"/nowhere.py\"");
    expectBadInput({"import", file("")}, path + ":1:1: there is no function");
    expectBadInput({"import", file("def f(x):\n    import os\n    return x\n")}, path + ":2:12: `os` is not read");
}

TEST_F(Import, isAnActivationWhereverOneIsGiven)
{
    const std::string path = file(kTwo);
    EXPECT_EQ(actlab({"eval", "--python", path + ":f", "--at", "3", "--json"}).json()["f"][0], 6.0);
    EXPECT_EQ(actlab({"eval", "--python", path + ":f", "--param", "a=5", "--at", "3", "--json"}).json()["f"][0],
              15.0);
    EXPECT_EQ(actlab({"eval", "--python", path, "--at", "0", "--json"}).json()["f"][0], 1.0);
    EXPECT_EQ(actlab({"diff", "--python", path, "--json"}).json()["derivative"], "exp(x)");
    expectBadInput({"eval", "--python", path + ":h"}, "--python: there is no function \"h\"");
    expectBadInput({"eval", "--python", path, "--name", "relu"}, "activation: only one of");
}

}  // namespace
}  // namespace actlab::cli
