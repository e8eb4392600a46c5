#include "tests/app/cli/run_program.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <sstream>

namespace actlab::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> quickly(std::vector<std::string> more = {})
{
    std::vector<std::string> arguments{"train", "--dataset", "circle", "--layers", "6", "--epochs", "5", "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

TEST(Train, tellsTheWholeHistoryAsJson)
{
    const auto answer = actlab(quickly({"--seed", "3"}));
    ASSERT_EQ(answer.exitCode, 0) << answer.error;
    EXPECT_EQ(answer.error, "");
    const auto run = answer.json();
    EXPECT_EQ(run["outcome"], "finished");
    EXPECT_EQ(run["epochs"], 5);
    EXPECT_EQ(run["seed"], 3);
    EXPECT_EQ(run["parameters"], 2 * 6 + 6 + 6 * 2 + 2);
    for (const auto* key : {"engine", "seconds", "steps_per_second", "final"})
        EXPECT_TRUE(run.contains(key)) << key;
    for (const auto* key : {"epoch", "train_loss", "test_loss", "train_accuracy", "test_accuracy"})
        EXPECT_EQ(run["history"][key].size(), 6U) << key;
    EXPECT_EQ(run["final"]["test_loss"], run["history"]["test_loss"].back());
}

TEST(Train, repeatsItselfBitForBit)
{
    const auto first = actlab(quickly({"--seed", "7"})).json();
    EXPECT_EQ(first["history"], actlab(quickly({"--seed", "7"})).json()["history"]);
    EXPECT_NE(first["history"], actlab(quickly({"--seed", "8"})).json()["history"]);
}

TEST(Train, goesAlikeWithEitherEngine)
{
    const auto fused = actlab(quickly({"--engine", "fused"}));
    EXPECT_EQ(fused.json()["engine"], "fused") << fused.error;
    if (!ACTLAB_HAS_TORCH)
        GTEST_SKIP() << "built without Torch";
    const auto torch = actlab(quickly({"--engine", "torch"}));
    EXPECT_EQ(torch.json()["engine"], "torch") << torch.error;
    const double ours = fused.json()["final"]["test_loss"], reference = torch.json()["final"]["test_loss"];
    EXPECT_NEAR(ours, reference, 1e-4 * reference);
}

TEST(Train, takesEveryOptimizerLossAndRestraint)
{
    for (const char* optimizer : {"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"}) {
        const auto run =
            actlab({"train", "--dataset", "sine", "--loss", "huber", "--optimizer", optimizer, "--layers", "8",
                    "--epochs", "30", "--dropout", "0.1", "--clip", "1", "--lr-schedule", "cosine", "--json"});
        ASSERT_EQ(run.exitCode, 0) << run.error;
        EXPECT_EQ(run.json()["engine"], "fused");
        EXPECT_GT(run.json()["final"]["test_accuracy"], 0.5) << optimizer;
    }
}

TEST(Train, answersToEveryRestraint)
{
    const auto plain = actlab(quickly({})).json()["history"];
    for (const auto& [option, value] : {std::pair{"--dropout", "0.5"}, {"--clip", "0.01"}, {"--lr-schedule", "step"}})
        EXPECT_NE(actlab(quickly({option, value})).json()["history"], plain) << option;
}

TEST(Train, normalisesAndLinksItsLayers)
{
    const std::vector<std::string> begin{"train",        "--dataset", "moons",    "--layers", "8,8,4",
                                         "--activation", "tanh",      "--epochs", "10",       "--json"};
    std::vector<nlohmann::json> histories;
    for (const std::vector<std::string>& flags :
         {std::vector<std::string>{}, {"--batch-norm"}, {"--residual"}, {"--batch-norm", "--residual"}}) {
        std::vector<std::string> arguments = begin;
        arguments.insert(arguments.end(), flags.begin(), flags.end());
        const auto run = actlab(arguments);
        ASSERT_EQ(run.exitCode, 0) << run.error;
        EXPECT_GT(run.json()["final"]["test_accuracy"], 0.8);
        for (const nlohmann::json& other : histories)
            EXPECT_NE(run.json()["history"], other);
        histories.push_back(run.json()["history"]);
    }
}

TEST(Train, countsWhatIsLearned)
{
    EXPECT_EQ(actlab(quickly({"--batch-norm"})).json()["parameters"], (2 * 6 + 6) + 6 + (6 * 2 + 2));
    EXPECT_THAT(actlab({"train", "--layers", "6", "--epochs", "1", "--batch-norm"}).output,
                HasSubstr(" 38 parameters"));
}

TEST(Train, learnsWithAFormulaOfOnesOwn)
{
    const auto run = actlab({"train", "--dataset", "circle", "--layers", "8,8", "--epochs", "40", "--activation",
                             "x > 0 ? x : 0.1*(exp(x)-1)", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.error;
    EXPECT_GT(run.json()["final"]["test_accuracy"], 0.9);
}

TEST(Train, takesAnActivationForEachLayer)
{
    const auto run =
        actlab({"train", "--layers=4,3", "--epochs", "2", "--activation", "relu", "--activation", "sin(x)"});
    EXPECT_EQ(run.exitCode, 0) << run.error;
    expectBadInput({"train", "--layers", "4,3,2", "--activation", "relu", "--activation", "tanh"},
                   "--activation: given 2 times for 3 layers");
}

TEST(Train, learnsAValueForEveryChannelOrForAllLayers)
{
    const auto learning = [](const char* what) {
        return actlab(
            {"train", "--layers", "6,3", "--epochs", "5", "--json", "--activation", "prelu", "--learnable", what});
    };
    const auto channels = learning("a:channel");
    ASSERT_EQ(channels.exitCode, 0) << channels.error;
    const auto learned = channels.json()["learned"], history = channels.json()["history"]["learned"];
    ASSERT_EQ(learned.size(), 2U);
    EXPECT_EQ(learned[0]["values"].size(), 6U);
    EXPECT_EQ(learned[1]["values"].size(), 3U);
    EXPECT_EQ(history[1]["greatest"].size(), 6U) << "the untrained network and five epochs";
    EXPECT_EQ(history[1]["value"].back(), learned[1]["value"]);
    EXPECT_LT(learned[0]["least"], learned[0]["greatest"]);

    const auto shared = learning("a:shared");
    ASSERT_EQ(shared.exitCode, 0) << shared.error;
    ASSERT_EQ(shared.json()["learned"].size(), 1U);
    EXPECT_EQ(shared.json()["learned"][0]["layers"], (std::vector<int>{1, 2}));
    EXPECT_EQ(shared.json()["learned"][0]["scope"], "shared");
}

TEST(Train, writesWhatIsLearnedIntoTheHistory)
{
    const std::string path = testing::TempDir() + "learned.csv";
    ASSERT_EQ(actlab(quickly({"--activation", "prelu", "--learnable", "a:channel", "--history", path})).exitCode, 0);
    std::ifstream file(path);
    std::string titles, first;
    std::getline(file, titles);
    std::getline(file, first);
    EXPECT_THAT(titles,
                HasSubstr(",seconds,steps,learning_rate,gradient_norm,layer_1.a,layer_1.a.min,layer_1.a.max"));
    EXPECT_THAT(first, HasSubstr(",0.25,0.25,0.25"));
    std::remove(path.c_str());
}

TEST(Train, learnsParametersWhenAsked)
{
    const auto run = actlab(quickly({"--activation", "prelu", "--learnable", "a"}));
    ASSERT_EQ(run.exitCode, 0) << run.error;
    ASSERT_EQ(run.json()["learned"].size(), 1U);
    EXPECT_NE(run.json()["learned"][0]["value"], 0.25);
}

TEST(Train, stopsAtATarget)
{
    const auto run = actlab(quickly({"--target-loss", "100"})).json();
    EXPECT_EQ(run["outcome"], "target");
    EXPECT_LT(run["epochs"], 5);
}

TEST(Train, fitsASine)
{
    const auto run = actlab({"train", "--dataset", "sine", "--layers", "16,16", "--epochs", "20", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.error;
    EXPECT_GT(run.json()["final"]["test_accuracy"], 0.8);
}

TEST(Train, endsWithOneWhereItDiverges)
{
    const auto run = actlab(quickly({"--lr", "1e30", "--activation", "relu", "--loss", "mse", "--optimizer", "sgd"}));
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_EQ(run.json()["outcome"], "diverged");
    EXPECT_THAT(run.error, HasSubstr("diverged at step"));
    EXPECT_THAT(run.error, HasSubstr("learning rate"));
    EXPECT_EQ(run.json()["epochs"], 1);
    EXPECT_EQ(run.json()["final"]["epoch"], 1) << "as in a table of runs";
    EXPECT_EQ(run.json()["final"]["train_loss"], "nan");
    EXPECT_EQ(run.json()["history"]["epoch"].size(), 2U);
}

TEST(Train, namesARunAfterTheFormulaOfItsActivation)
{
    const std::string path = testing::TempDir() + "formula.actlab";
    const auto run = actlab(quickly({"--activation", "x*sigmoid(x)", "--save", path}));
    ASSERT_EQ(run.exitCode, 0) << run.error;
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    EXPECT_THAT(text.str(), HasSubstr("\"Circle 6 x*sigmoid(x)\""));
}

TEST(Train, keepsWhatItHasAfterControlC)
{
    const auto run = actlab({"train", "--dataset", "circle", "--epochs", "1000000", "--json"}, 3);
    EXPECT_EQ(run.exitCode, 0) << run.error;
    EXPECT_EQ(run.json()["outcome"], "stopped");
    EXPECT_GT(run.json()["history"]["epoch"].size(), 1U);
}

TEST(Train, writesTheHistoryAsATable)
{
    const std::string path = testing::TempDir() + "history.csv";
    ASSERT_EQ(actlab(quickly({"--history", path})).exitCode, 0);
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    EXPECT_THAT(line, StartsWith("epoch,train_loss,test_loss,train_accuracy,test_accuracy"));
    int rows = 0;
    while (std::getline(file, line))
        ++rows;
    EXPECT_EQ(rows, 6);
    std::remove(path.c_str());
}

TEST(TrainInput, isCheckedBeforeAnythingIsDone)
{
    expectBadInput({"train", "--dataset", "spirall"}, "--dataset: ");
    expectBadInput({"train", "--activation", "tanhh"}, "--activation: there is no activation \"tanhh\"");
    expectBadInput({"train", "--activation", "x +* 2"}, "activation:1:4: ");
    expectBadInput({"train", "--lr", "nan"}, "--lr: ");
    expectBadInput({"train", "--lr", "abc"}, "--lr: ");
    expectBadInput({"train", "--lr", "0"}, "--lr: ");
    expectBadInput({"train", "--epochs", "0"}, "--epochs: ");
    for (const auto* option : {"--seed", "--batch"})
        for (const auto* number : {"-1", "99999999999999999999999", "1.5", "abc"})
            expectBadInput({"train", option, number},
                           std::string(option) + ": \"" + number + "\" is not a whole number");
    expectBadInput({"train", "--epochs", "1.5"}, "--epochs: \"1.5\" is not");
    expectBadInput({"train", "--epochs", "-5"}, "--epochs: ");
    expectBadInput({"train", "--layers", "8,x"}, "--layers: \"x\"");
    expectBadInput({"train", "--layers", "8,0"}, "--layers: ");
    expectBadInput({"train", "--noise", "2"}, "--noise: ");
    expectBadInput({"train", "--train-share", "0"}, "--train-share: ");
    expectBadInput({"train", "--optimizer", "magic"}, "--optimizer: ");
    expectBadInput({"train", "--dataset", "sine", "--loss", "cross-entropy"}, "--loss: ");
    expectBadInput({"train", "--dataset", "circle", "--loss", "huber"}, "--loss: ");
    expectBadInput({"train", "--optimizer", "lbfgs", "--engine", "fused"},
                   "--engine: The fused engine has no L-BFGS");
    expectBadInput({"train", "--lr-schedule", "sometimes"}, "--lr-schedule: ");
    expectBadInput({"train", "--dropout", "1"}, "--dropout: ");
    expectBadInput({"train", "--clip", "-1"}, "--clip: ");
    expectBadInput({"train", "--layers", "8,4", "--residual"},
                   "--residual: no hidden layer is as wide as the one before it");
    expectBadInput({"race", "--layers", "8", "--activation", "relu", "--activation", "tanh", "--residual"},
                   "--residual: ");
    expectBadInput({"train", "--batch-norm", "--batch", "1"},
                   "--batch: Batch normalisation needs a batch of at least 2 rows.");
    expectBadInput({"bench", "train", "--optimizer", "lbfgs"}, "--optimizer: ");
    expectBadInput({"train", "--history", "/no/such/folder/h.csv"}, "--history: cannot write");
    expectBadInput({"train", "--name", "relu", "--activation", "tanh"}, "--activation: cannot be given together");
}

TEST(TrainInput, mayLackTheTorchLibrary)
{
    setenv("ACTLAB_TORCH_LIBRARY", "/no/such/library.so", 1);
    const auto answer = actlab(quickly({"--engine", "torch"})), fused = actlab(quickly());
    unsetenv("ACTLAB_TORCH_LIBRARY");
    EXPECT_EQ(answer.exitCode, 1);
    EXPECT_THAT(answer.error, HasSubstr("/no/such/library.so"));
    EXPECT_EQ(fused.exitCode, 0) << fused.error;
    EXPECT_EQ(fused.json()["engine"], "fused");
}

}  // namespace
}  // namespace actlab::cli
