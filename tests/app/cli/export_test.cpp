#include "tests/app/cli/in_folder.hpp"
#include "tests/app/cli/run_program.hpp"

#include "core/workspace/export_formats.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace actlab::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
namespace fs = std::filesystem;

std::string contentsOf(const fs::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

class Export : public InFolder {
protected:
    std::ptrdiff_t filesInFolder() const
    {
        return std::distance(fs::directory_iterator(folder()), fs::directory_iterator());
    }
};

TEST_F(Export, writesEveryFormatAndNamesItsFile)
{
    for (const auto& format : workspace::exportFormats()) {
        if (!ACTLAB_HAS_TORCH && format.name == "torchscript")
            continue;
        const std::string file = path("out" + std::string(format.suffix));
        const auto answer =
            actlab({"export", "--name", "elu", "--format", std::string(format.name), "-o", file, "--json"});
        ASSERT_EQ(answer.exitCode, 0) << format.name << ": " << answer.error;
        EXPECT_EQ(answer.json()["files"], nlohmann::json::array({file}));
        EXPECT_FALSE(contentsOf(file).empty()) << format.name;
    }
}

TEST_F(Export, writesJsonThatReadsBackAsTheSameActivation)
{
    const std::string file = path("mine.json");
    ASSERT_EQ(actlab({"export", "--expr", "a*x^2 + tanh(x)", "--param", "a=0.1", "--gradient", "sigmoid(x)",
                      "--format", "json", "-o", file})
                  .exitCode,
              0);
    const auto original = actlab({"eval", "--expr", "a*x^2 + tanh(x)", "--param", "a=0.1", "--gradient", "sigmoid(x)",
                                  "--order", "1", "--json"});
    const auto readBack = actlab({"eval", "--file", file, "--order", "1", "--json"});
    EXPECT_EQ(original.json()["f"], readBack.json()["f"]);
    EXPECT_EQ(original.json()["df"], readBack.json()["df"]);
}

#if !ACTLAB_HAS_TORCH
TEST_F(Export, saysWhatIsMissingForTorchScript)
{
    const auto answer = actlab({"export", "--name", "elu", "--format", "torchscript", "-o", path("out.pt")});
    EXPECT_EQ(answer.exitCode, 1);
    EXPECT_THAT(answer.error, HasSubstr("The Torch library"));
    EXPECT_EQ(filesInFolder(), 0);
}
#endif

TEST_F(Export, refusesAFormatThatThereIsNot)
{
    expectBadInput({"export", "--name", "elu", "--format", "pickle", "-o", path("out.pkl")}, "--format: ");
    EXPECT_EQ(filesInFolder(), 0);
}

TEST_F(Export, refusesAFolderAndAFolderThatIsMissing)
{
    expectBadInput({"export", "--name", "elu", "--format", "cpp", "-o", path("")}, "--output: ");
    expectBadInput({"export", "--name", "elu", "--format", "cpp", "-o", path("none/elu.hpp")}, "--output: ");
}

TEST_F(Export, reportsAnErrorInTheFormulaBeforeItTouchesTheFile)
{
    std::ofstream(path("kept.py")) << "mine";
    expectBadInput({"export", "--expr", "sin(", "--format", "pytorch", "-o", path("kept.py")}, "formula:1:");
    EXPECT_EQ(contentsOf(path("kept.py")), "mine");
}

TEST_F(Export, saysThatADiskIsFull)
{
    for (const auto& format : workspace::exportFormats()) {
        if (!ACTLAB_HAS_TORCH && format.name == "torchscript")
            continue;
        const auto answer =
            actlab({"export", "--name", "elu", "--format", std::string(format.name), "-o", "/dev/full"});
        EXPECT_EQ(answer.exitCode, 1) << format.name;
        EXPECT_THAT(answer.error, StartsWith("--output: cannot write \"/dev/full\": ")) << format.name;
        EXPECT_EQ(answer.output, "") << format.name;
    }
}

TEST_F(Export, leavesNothingBesideTheFileAndReplacesAnOlderOne)
{
    std::ofstream(path("elu.py")) << "older";
    ASSERT_EQ(actlab({"export", "--name", "elu", "--format", "pytorch", "-o", path("elu.py")}).exitCode, 0);
    EXPECT_THAT(contentsOf(path("elu.py")), HasSubstr("class ELU(nn.Module):"));
    EXPECT_EQ(filesInFolder(), 1);
}

TEST_F(Export, respectsAFileThatMayNotBeWritten)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may write everything";
    std::ofstream(path("kept.py")) << "mine";
    fs::permissions(path("kept.py"), fs::perms::owner_read);
    expectBadInput({"export", "--name", "elu", "--format", "pytorch", "-o", path("kept.py")}, "--output: ");
    EXPECT_EQ(contentsOf(path("kept.py")), "mine");
}

}  // namespace
}  // namespace actlab::cli
