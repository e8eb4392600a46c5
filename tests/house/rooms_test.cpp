// Reads every #include of app/ and core/ and fails where a room looks the wrong way.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace actlab {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

struct Include {
    std::string file;  ///< relative to the root of the project
    int line;
    std::string header;
};

std::ostream& operator<<(std::ostream& out, const Include& include)
{
    return out << include.file << ':' << include.line << " includes " << include.header;
}

/// The rooms each room may look into, besides itself.
const std::map<std::string, Names>& lookedInto()
{
    static const std::map<std::string, Names> rooms = [] {
        std::map<std::string, Names> r;
        const auto right = [&](const std::string& room, const Names& neighbours) {
            for (const std::string& next : neighbours) {
                r[room].insert(next);
                r[room].insert(r[next].begin(), r[next].end());
            }
        };
        right("core/kernel", {"core/expr"});
        right("core/activation", {"core/kernel"});
        right("core/analysis", {"core/activation"});
        right("core/importing", {"core/activation"});
        right("core/data", {"core/activation"});
        right("core/nn", {"core/data", "core/analysis"});
        right("core/exporting", {"core/data", "core/analysis"});
        right("core/workspace", {"core/nn", "core/exporting", "core/importing"});
        right("core/torch", {"core/workspace"});
        right("app/cli", {"core/workspace"});
        right("app/models", {"core/workspace"});
        right("app/widgets", {"app/models"});
        right("app", {"app/widgets"});
        return r;
    }();
    return rooms;
}

/// "core/expr" of "core/expr/ast.hpp"; "app" of "app/main.cpp". What lies deeper belongs to the same room.
std::string roomOf(const std::string& path)
{
    const auto second = path.find('/', path.find('/') + 1);
    return second == std::string::npos ? fs::path(path).parent_path().string() : path.substr(0, second);
}

std::vector<Include> includesOf(const fs::path& root, const fs::path& file)
{
    static const std::regex kInclude(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<Include> includes;
    std::ifstream in(file);
    std::string text;
    for (int line = 1; std::getline(in, text); ++line)
        if (std::smatch match; std::regex_search(text, match, kInclude))
            includes.push_back({fs::relative(file, root).string(), line, match[1]});
    return includes;
}

std::vector<Include> allIncludes()
{
    const fs::path root = ACTLAB_SOURCE_DIR;
    std::vector<Include> all;
    for (const char* top : {"app", "core"})
        for (const auto& entry : fs::recursive_directory_iterator(root / top))
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
                for (Include& include : includesOf(root, entry.path()))
                    all.push_back(std::move(include));
    return all;
}

bool startsWith(const std::string& text, const std::string& begin)
{
    return text.rfind(begin, 0) == 0;
}

bool isOurs(const Include& include)
{
    return startsWith(include.header, "core/") || startsWith(include.header, "app/");
}

bool looksTheWrongWay(const Include& include)
{
    const std::string from = roomOf(include.file), to = roomOf(include.header);
    const auto allowed = lookedInto().find(from);
    return from != to && (allowed == lookedInto().end() || !allowed->second.contains(to));
}

bool isTorch(const std::string& header)
{
    return startsWith(header, "torch/") || startsWith(header, "ATen/") || startsWith(header, "c10/");
}

bool isQt(const std::string& header)
{
    return std::regex_search(header, std::regex("^(Q[A-Z]|Qt|qcustomplot)"));
}

bool isWidgetOfQt(const std::string& header)
{
    static const Names kWidgets{"QWidget", "QApplication", "QMainWindow", "QDialog",
                                "QLabel",  "QMessageBox",  "QFileDialog", "qcustomplot.h"};
    return kWidgets.contains(header) || startsWith(header, "QtWidgets");
}

bool isThread(const std::string& header)
{
    static const Names kThreads{"thread",  "future",       "stop_token", "mutex",      "condition_variable",
                                "QThread", "QtConcurrent", "QMutex",     "QThreadPool"};
    return kThreads.contains(header) || startsWith(header, "QtConcurrent");
}

template <class Wrong>
std::vector<Include> where(Wrong wrong)
{
    std::vector<Include> found;
    for (const Include& include : allIncludes())
        if (wrong(include))
            found.push_back(include);
    return found;
}

using testing::IsEmpty;

TEST(Rooms, lookOnlyToTheirRight)
{
    EXPECT_THAT(where([](const Include& i) { return isOurs(i) && looksTheWrongWay(i); }), IsEmpty());
}

TEST(Rooms, ofOursAreIncludedByTheirFullPath)
{
    const auto isBare = [](const Include& i) {
        return fs::exists(fs::path(ACTLAB_SOURCE_DIR) / roomOf(i.file) / i.header);
    };
    EXPECT_THAT(where(isBare), IsEmpty());
}

TEST(Rooms, keepTorchInCoreTorch)
{
    EXPECT_THAT(where([](const Include& i) { return isTorch(i.header) && roomOf(i.file) != "core/torch"; }),
                IsEmpty());
}

TEST(Rooms, keepQtOutOfTheCoreAndTheCommandLine)
{
    EXPECT_THAT(where([](const Include& i) {
                    return isQt(i.header) && (startsWith(i.file, "core/") || startsWith(i.file, "app/cli/"));
                }),
                IsEmpty());
}

TEST(Rooms, keepWidgetsOutOfTheModels)
{
    EXPECT_THAT(where([](const Include& i) { return isWidgetOfQt(i.header) && startsWith(i.file, "app/models/"); }),
                IsEmpty());
}

TEST(Rooms, keepThreadsOutOfTheWidgets)
{
    EXPECT_THAT(where([](const Include& i) { return isThread(i.header) && startsWith(i.file, "app/widgets/"); }),
                IsEmpty());
}

TEST(Rooms, wouldBeCaughtLookingTheWrongWay)
{
    EXPECT_TRUE(looksTheWrongWay({"core/expr/ast.cpp", 1, "core/kernel/program.hpp"}));
    EXPECT_TRUE(looksTheWrongWay({"core/nn/train.cpp", 1, "core/torch/engine.hpp"}));
    EXPECT_TRUE(looksTheWrongWay({"core/exporting/latex.cpp", 1, "core/nn/spec.hpp"}));
    EXPECT_TRUE(looksTheWrongWay({"app/cli/main.cpp", 1, "app/models/workspace_model.hpp"}));
    EXPECT_FALSE(looksTheWrongWay({"app/main.cpp", 1, "app/widgets/theme.hpp"}));
    EXPECT_FALSE(looksTheWrongWay({"core/torch/engine.cpp", 1, "core/nn/engine.hpp"}));
    EXPECT_FALSE(looksTheWrongWay({"core/kernel/simd/loops.hpp", 1, "core/kernel/step.hpp"}));
    EXPECT_TRUE(looksTheWrongWay({"core/kernel/simd/loops.hpp", 1, "core/nn/engine.hpp"}));
    EXPECT_FALSE(looksTheWrongWay({"core/nn/train.cpp", 1, "core/nn/fused/network.hpp"}));
    EXPECT_TRUE(isQt("QString") && isQt("QtCore/QString") && !isQt("vector"));
}

TEST(Rooms, areAllRead)
{
    std::set<std::string> rooms;
    for (const Include& include : allIncludes())
        rooms.insert(roomOf(include.file));
    for (const auto& [room, neighbours] : lookedInto())
        EXPECT_TRUE(rooms.contains(room)) << room << " has no file";
}

}  // namespace
}  // namespace actlab
