#include "tests/app/cli/in_folder.hpp"
#include "tests/app/cli/run_program.hpp"

#include "core/workspace/run_formats.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace actlab::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
namespace fs = std::filesystem;

class ExportNetwork : public InFolder {
protected:
    std::string trained() const
    {
        const auto answer = actlab({"train", "--dataset", "gauss", "--layers", "3", "--activation", "tanh",
                                    "--epochs", "2", "--save", path("run.actlab")});
        EXPECT_EQ(answer.exitCode, 0) << answer.error;
        return path("run.actlab");
    }
};

TEST_F(ExportNetwork, writesEveryFormatOfATrainedNetwork)
{
    const std::string document = trained();
    for (const auto& format : workspace::runFormats()) {
        const bool needsTorch = format.name == "torchscript" || format.name == "state-dict";
        if (needsTorch && !ACTLAB_HAS_TORCH)
            continue;
        const std::string file = path("out" + std::string(format.suffix));
        const auto answer =
            actlab({"export", "--network", document, "--format", std::string(format.name), "-o", file, "--json"});
        ASSERT_EQ(answer.exitCode, 0) << format.name << ": " << answer.error;
        EXPECT_EQ(answer.json()["files"], nlohmann::json::array({file}));
        EXPECT_GT(fs::file_size(file), 0U) << format.name;
    }
}

TEST_F(ExportNetwork, findsARunByItsName)
{
    const std::string document = trained();
    EXPECT_EQ(actlab({"export", "--network", document, "--run", "Gauss 3 Tanh", "--format", "pytorch", "-o",
                      path("net.py")})
                  .exitCode,
              0);
    expectBadInput({"export", "--network", document, "--run", "Other", "--format", "pytorch", "-o", path("net.py")},
                   "--run: there is no run \"Other\"; there are \"Gauss 3 Tanh\"");
}

TEST_F(ExportNetwork, refusesWhatIsNoDocumentAndADocumentWithoutARun)
{
    expectBadInput({"export", "--network", path("none"), "--format", "pytorch", "-o", path("net.py")},
                   "--network: cannot read ");
    std::ofstream(path("text")) << "mine";
    expectBadInput({"export", "--network", path("text"), "--format", "pytorch", "-o", path("net.py")}, path("text"));
    EXPECT_FALSE(fs::exists(path("net.py")));
}

TEST_F(ExportNetwork, refusesAnActivationBesideTheNetworkAndAnUnknownFormat)
{
    const std::string document = trained();
    expectBadInput({"export", "--network", document, "--name", "elu", "--format", "pytorch", "-o", path("net.py")},
                   "--network: ");
    expectBadInput({"export", "--network", document, "--format", "latex", "-o", path("net.tex")}, "--format: ");
}

TEST_F(ExportNetwork, overwritesNoTableByWhatCameOfIt)
{
    const std::string table = path("table.csv");
    {
        std::ofstream file(table);
        file << "a,b\n";
        for (int i = 0; i < 40; ++i)
            file << i << ',' << i % 2 << '\n';
    }
    const auto before = fs::file_size(table);
    for (const char* option : {"--history", "--save"})
        expectBadInput({"train", "--csv", table, "--target", "b", "--epochs", "1", option, table},
                       std::string(option) + ": ");
    EXPECT_EQ(fs::file_size(table), before);
}

TEST_F(ExportNetwork, saysThatANameIsTooLong)
{
    expectBadInput({"export", "--name", "relu", "--format", "pytorch", "-o", path(std::string(300, 'a'))},
                   "--output: cannot write ");
    expectBadInput({"export", "--name", "relu", "--run", "one", "--format", "pytorch", "-o", path("a.py")},
                   "--run: ");
}

TEST_F(ExportNetwork, savesNothingWhereThereIsNoFolder)
{
    expectBadInput({"train", "--epochs", "1", "--save", path("none/run.actlab")}, "--save: there is no folder ");
    expectBadInput({"train", "--epochs", "1", "--save", "/tmp"}, "--save: \"/tmp\" is a folder");
    expectBadInput({"train", "--epochs", "1", "--tensorboard", "/dev/null/logs"}, "--tensorboard: ");
}

TEST_F(ExportNetwork, writesAnEventFileThatGrowsWithEveryEpoch)
{
    const auto written = [&](const std::string& epochs) {
        const std::string folder = path("logs" + epochs);
        EXPECT_EQ(actlab({"train", "--dataset", "gauss", "--activation", "tanh", "--layers", "3", "--epochs", epochs,
                          "--tensorboard", folder})
                      .exitCode,
                  0);
        const fs::path file = *fs::directory_iterator(folder);
        EXPECT_THAT(file.filename().string(), StartsWith("events.out.tfevents."));
        std::ostringstream text;
        text << std::ifstream(file, std::ios::binary).rdbuf();
        EXPECT_THAT(text.str(), HasSubstr("loss/test"));
        return text.str().size();
    };
    const auto one = written("1"), two = written("2"), three = written("3");
    EXPECT_EQ(three - two, two - one);
    EXPECT_GT(three, two);
}

TEST_F(ExportNetwork, endsWithAnErrorWhereTheDocumentCannotBeFilled)
{
    const auto answer =
        actlab({"train", "--dataset", "gauss", "--activation", "tanh", "--epochs", "1", "--save", "/dev/full"});
    EXPECT_EQ(answer.exitCode, 1);
    EXPECT_THAT(answer.error, HasSubstr("--save: cannot write \"/dev/full\""));
}

}  // namespace
}  // namespace actlab::cli
