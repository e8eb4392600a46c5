#include "tests/app/cli/in_folder.hpp"
#include "tests/app/cli/run_program.hpp"

#include "core/workspace/document_json.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace actlab::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// Three kinds of flowers that differ by length and width, some unmeasured, each with a colour.
std::string flowers()
{
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    const char* const kinds[] = {"daisy", "rose", "tulip"};
    std::string table = "length;width;colour;kind\n";
    for (int i = 0; i < 150; ++i) {
        const int kind = i % 3;
        std::string length = std::to_string(2.0 + 2 * kind + 0.3 * normal(random));
        length[length.find('.')] = ',';
        table += (i == 7 ? std::string("NA") : length) + ";" + std::to_string(10 + 3 * kind + i % 2) + ";" +
                 (i % 2 ? "red" : "white") + ";" + kinds[kind] + "\n";
    }
    return table;
}

class DataOptions : public InFolder {
protected:
    /// The file of data that a run trained by these words remembers.
    std::string fileKeptBy(std::vector<std::string> words) const
    {
        const std::string document = written("saved.actlab", "");
        words.insert(words.end(), {"--epochs", "1", "--save", document});
        const auto answer = actlab(words);
        EXPECT_EQ(answer.exitCode, 0) << answer.error;
        std::ifstream file(document);
        const auto saved = nlohmann::json::parse(file).flatten();
        for (const auto& level : saved.items())
            if (level.key().ends_with("/source/file"))
                return level.value();
        return {};
    }
};

TEST_F(DataOptions, trainOnATableWithTextsGapsAndDecimalCommas)
{
    const std::string path = written("flowers.csv", flowers());
    const auto answer = actlab({"train", "--csv", path, "--target", "kind", "--epochs", "40", "--json"});
    ASSERT_EQ(answer.exitCode, 0) << answer.error;
    const auto run = answer.json();
    EXPECT_EQ(run["data"]["task"], "classification");
    EXPECT_EQ(run["data"]["train_rows"], 119);
    EXPECT_EQ(run["data"]["features"], (std::vector<std::string>{"length", "width", "colour=red", "colour=white"}));
    EXPECT_EQ(run["data"]["classes"], (std::vector<std::string>{"daisy", "rose", "tulip"}));
    EXPECT_GT(run["final"]["test_accuracy"], 0.95);
    const auto again = actlab({"train", "--csv", path, "--target", "4", "--epochs", "40", "--json"}).json();
    EXPECT_EQ(run["history"], again["history"]) << "by number it is the same column";
    const auto text = actlab({"train", "--csv", path, "--target", "kind", "--epochs", "1"});
    EXPECT_THAT(text.output, AllOf(HasSubstr("149 rows, 119 to train and 30 to test; 4 inputs; 3 classes"),
                                   HasSubstr("1 of 150 rows is left out")));
}

TEST_F(DataOptions, guessTheTaskAndObeyTheOneGiven)
{
    const std::string path = written("flowers.csv", flowers());
    const auto guessed = actlab({"train", "--csv", path, "--target", "length", "--epochs", "30", "--json"}).json();
    EXPECT_EQ(guessed["data"]["task"], "regression");
    EXPECT_GT(guessed["final"]["test_accuracy"], 0.8);
    expectBadInput({"train", "--csv", path, "--target", "kind", "--task", "regression", "--loss", "cross-entropy"},
                   "--loss: ");
    expectBadInput({"train", "--dataset", "circle", "--task", "regression"}, "--task: is for --csv and --formula");
}

TEST_F(DataOptions, trainOnFormulas)
{
    const auto classes = actlab({"train", "--formula", "y > sin(x)", "--epochs", "30", "--json"}).json();
    EXPECT_EQ(classes["data"]["task"], "classification");
    EXPECT_GT(classes["final"]["test_accuracy"], 0.9);
    const auto curve =
        actlab({"train", "--dataset", "formula", "--formula", "tanh(x)", "--epochs", "30", "--json"}).json();
    EXPECT_EQ(curve["data"]["features"], std::vector<std::string>{"x"});
    EXPECT_GT(curve["final"]["test_accuracy"], 0.9);
    expectBadInput({"train", "--formula", "y > a*x"}, "--formula:1:5: ");
    expectBadInput({"train", "--formula", "y >"}, "--formula:1:");
    expectBadInput({"train", "--dataset", "formula"}, "--formula: ");
    expectBadInput({"train", "--dataset", "Points"}, "--dataset: points are painted in the window");
}

TEST_F(DataOptions, trainOnPictures)
{
    std::string images("\0\0\x08\x03\0\0\0\x64\0\0\0\x02\0\0\0\x02", 16), labels("\0\0\x08\x01\0\0\0\x64", 8);
    for (int i = 0; i < 100; ++i) {
        images += std::string(2, static_cast<char>(i % 2 ? 200 : 10)) + std::string(2, static_cast<char>(i));
        labels += static_cast<char>(i % 2);
    }
    const std::string imageFile = written("images", images), labelFile = written("labels", labels);
    const auto answer = actlab({"train", "--dataset", "mnist", "--idx-images", imageFile, "--idx-labels", labelFile,
                                "--epochs", "30", "--json"});
    ASSERT_EQ(answer.exitCode, 0) << answer.error;
    EXPECT_EQ(answer.json()["final"]["test_accuracy"], 1);
    expectBadInput({"train", "--idx-images", imageFile}, "--idx-labels: Choose");
}

TEST_F(DataOptions, giveTheNetworkFeaturesOfAPlane)
{
    const std::string document = written("features.actlab", "");
    const std::vector<std::string> quick{"train", "--dataset", "spiral", "--epochs", "2", "--json"};
    const auto with = [&](const std::string& features) {
        auto words = quick;
        words.insert(words.end(), {"--features", features, "--save", document});
        return actlab(words);
    };
    const auto answer = with("sinx, x,x2 ,xy");
    ASSERT_EQ(answer.exitCode, 0) << answer.error;
    EXPECT_EQ(answer.json()["data"]["features"], (std::vector<std::string>{"x", "x²", "xy", "sin x"}));
    std::ifstream file(document);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto saved = workspace::fromJson(text);
    ASSERT_TRUE(saved) << saved.error();
    using enum data::Feature;
    const std::vector expected{X, XSquared, Product, SineX};
    EXPECT_EQ(saved->training.data.features, expected) << "the window goes on with them";
    EXPECT_EQ(saved->runs.front().spec.data.features, expected);
    EXPECT_EQ(with("x,x^2,x*y,sin(x)").json()["history"], answer.json()["history"]) << "as documents spell them";
    EXPECT_EQ(with("y,x").json()["history"], actlab(quick).json()["history"]) << "nothing but the plane itself";
}

TEST_F(DataOptions, refuseFeaturesThatAreNoneOrOfNoPlane)
{
    expectBadInput({"train", "--features", "x,x3"}, "--features: \"x3\" is none of x,y,x2,y2,xy,sinx,siny");
    expectBadInput({"train", "--features", ""}, "--features: \"\" is none of");
    expectBadInput({"train", "--features", "x,y,x"}, "--features: No input of the network can be given twice.");
    for (const char* set : {"digits", "sine"})
        expectBadInput({"race", "--activation", "relu", "--activation", "tanh", "--dataset", set, "--features", "x2"},
                       "--features: are made of the x and y of points in a plane");
    expectBadInput({"train", "--csv", written("f.csv", flowers()), "--target", "kind", "--features", "x2"},
                   "--features: are made of");
    expectBadInput({"train", "--formula", "sin(x)", "--features", "x2"}, "--features: are made of");
    expectBadInput({"train", "--dataset", "digits", "--features", "x,y"}, "--features: are made of");
    EXPECT_EQ(actlab({"train", "--formula", "y > sin(x)", "--features", "y,sinx", "--epochs", "1"}).exitCode, 0);
}

TEST_F(DataOptions, tellWhatIsWrongWithAFileAndWhere)
{
    const std::string bad = written("bad.csv", "a,b\n1,2\n3,4\n5,six\n");
    expectBadInput({"train", "--csv", bad, "--target", "b"}, "--csv: ");
    expectBadInput({"train", "--csv", "/no/such.csv", "--target", "b"}, "--csv: There is no file");
    expectBadInput({"train", "--csv", written("f.csv", flowers())},
                   "--target: say which column is to be learned; there are length, width, colour, kind");
    expectBadInput({"train", "--csv", written("f.csv", flowers()), "--task", "regression"}, "--target: say which");
    expectBadInput({"train", "--csv", written("twins.csv", "a,y,y\n1,2,3\n3,4,5\n5,6,7\n"), "--target", "y"},
                   "--target: There is no column \"y\"; there are a, y (column 2), y (column 3)");
    expectBadInput({"train", "--csv", bad, "--dataset", "circle"}, "--csv: does not go together with --dataset");
    expectBadInput({"train", "--csv", bad, "--formula", "x>y"}, "--formula: does not go together with --csv");
    expectBadInput({"train", "--csv", written("f.csv", flowers()), "--target", "nothing"},
                   "--target: There is no column \"nothing\"; there are length, width, colour, kind.");
}

TEST_F(DataOptions, raceOnATable)
{
    const auto answer = actlab({"race", "--csv", written("f.csv", flowers()), "--target", "kind", "--activation",
                                "relu", "--activation", "tanh", "--seeds", "2", "--epochs", "5"});
    ASSERT_EQ(answer.exitCode, 0) << answer.error;
    EXPECT_THAT(answer.output, HasSubstr("149 rows, 119 to train"));
}

TEST_F(DataOptions, keepFilesFromTheRootInASavedDocument)
{
    const std::string path = written("flowers.csv", flowers());
    const std::string near = std::filesystem::relative(path).string();
    ASSERT_TRUE(std::filesystem::path(near).is_relative());
    const std::filesystem::path kept = fileKeptBy({"train", "--csv", near, "--target", "kind"});
    EXPECT_TRUE(kept.is_absolute()) << kept;
    EXPECT_TRUE(std::filesystem::equivalent(kept, path));
}

TEST_F(DataOptions, takeTheNameOfADataSetInAnyCase)
{
    const std::string path = written("flowers.csv", flowers());
    const auto answer = actlab({"train", "--dataset", "CSV", "--csv", path, "--target", "kind", "--epochs", "1"});
    EXPECT_EQ(answer.exitCode, 0) << answer.error;
    EXPECT_THAT(actlab({"train", "--help"}).output, HasSubstr("digits|csv|mnist|formula"));
}

TEST_F(DataOptions, saySoWhereTheTargetHoldsTextsAmongItsNumbers)
{
    std::string table = "a,b\n";
    for (int i = 0; i < 40; ++i)
        table += std::to_string(i) + "," + (i % 4 == 3 ? "none" : std::to_string(i * 0.5)) + "\n";
    expectBadInput({"train", "--csv", written("mixed.csv", table), "--target", "b"},
                   "--target: Column \"b\" cannot be learned: line 5, column 2: \"none\" is no number");
}

TEST_F(DataOptions, giveTheFusedEngineOneThread)
{
    expectBadInput({"train", "--threads", "2"}, "--threads: The fused engine trains on one thread");
    expectBadInput({"train", "--threads", "1000", "--engine", "torch"}, "--threads: There may be at most 256");
    EXPECT_EQ(actlab({"train", "--threads", "1", "--epochs", "1"}).exitCode, 0);
}

}  // namespace
}  // namespace actlab::cli
