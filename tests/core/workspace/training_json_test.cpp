#include "core/workspace/training_json.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace actlab::workspace {

namespace {

using nlohmann::json;

nn::TrainingSpec reread(const nn::TrainingSpec& spec)
{
    ActivationReader activations;
    return readTraining({trainingToJson(spec), ""}, activations);
}

std::string errorIn(const json& training)
{
    ActivationReader activations;
    try {
        readTraining({training, "training"}, activations);
        return "no error";
    } catch (const JsonFailure& failure) {
        return failure.sentence;
    }
}

/// Every value of an enumeration has a word of its own under `key`, and is read back from it.
template <class Enum>
void expectWords(Enum nn::TrainingSpec::*field, const char* key, std::initializer_list<Enum> values)
{
    std::set<std::string> words;
    for (const Enum value : values) {
        nn::TrainingSpec spec;
        spec.*field = value;
        EXPECT_TRUE(words.insert(trainingToJson(spec).at(key)).second) << key;
        EXPECT_EQ(reread(spec).*field, value) << key;
    }
}

TEST(TrainingJson, hasAWordForEveryChoice)
{
    using nn::TrainingSpec;
    expectWords(&TrainingSpec::init, "init",
                {nn::Init::Auto, nn::Init::Playground, nn::Init::Kaiming, nn::Init::Xavier});
    expectWords(&TrainingSpec::loss, "loss", {nn::Loss::MeanSquared, nn::Loss::CrossEntropy, nn::Loss::Huber});
    expectWords(&TrainingSpec::optimizer, "optimizer",
                {nn::Optimizer::Sgd, nn::Optimizer::Momentum, nn::Optimizer::Nesterov, nn::Optimizer::Adagrad,
                 nn::Optimizer::RmsProp, nn::Optimizer::Adam, nn::Optimizer::AdamW, nn::Optimizer::Lbfgs});
    expectWords(&TrainingSpec::schedule, "schedule",
                {nn::Schedule::Constant, nn::Schedule::Step, nn::Schedule::Cosine});
    expectWords(&TrainingSpec::engine, "engine",
                {nn::EngineChoice::Auto, nn::EngineChoice::Fused, nn::EngineChoice::Torch});
}

TEST(TrainingJson, spellsChoicesAsTheCommandLineDoes)
{
    nn::TrainingSpec spec;
    spec.optimizer = nn::Optimizer::Momentum;
    const json training = trainingToJson(spec);
    EXPECT_EQ(training.at("optimizer"), "momentum");
    EXPECT_EQ(training.at("loss"), "cross-entropy");
}

TEST(TrainingJson, hasAnEntryForEveryFieldEvenOfADefaultSpec)
{
    const json training = trainingToJson(nn::TrainingSpec{});
    const std::set<std::string> later{"schedule", "dropout",      "clip",       "threads",
                                      "patience", "outputFrozen", "handWeights"};
    for (const auto& [key, value] : training.items()) {
        json without = training;
        without.erase(key);
        EXPECT_EQ(errorIn(without), later.contains(key) ? "no error" : "training." + key + ": is missing");
    }
}

TEST(TrainingJson, readsDocumentsFromBeforeThereWereSchedulesDropoutAndClipping)
{
    json old = trainingToJson(nn::TrainingSpec{});
    for (const char* key : {"schedule", "dropout", "clip"})
        EXPECT_EQ(old.erase(key), 1U) << key;
    ActivationReader activations;
    const nn::TrainingSpec spec = readTraining({old, ""}, activations);
    EXPECT_EQ(spec.schedule, nn::Schedule::Constant);
    EXPECT_EQ(spec.dropout, 0);
    EXPECT_EQ(spec.clip, 0);
}

TEST(TrainingJson, keepsWhereDataOfOnesOwnComeFrom)
{
    nn::TrainingSpec spec;
    spec.data.name = "csv";
    spec.data.file = "/home/me/größe.csv";
    spec.data.target = "weight";
    spec.data.task = data::Task::Regression;
    spec.data.standardise = false;
    EXPECT_TRUE(reread(spec).data == spec.data);
    spec.data.name = "formula";
    spec.data.formula = "y > sin(3*x)";
    spec.data.labels = "labels";
    EXPECT_TRUE(reread(spec).data == spec.data);
    EXPECT_FALSE(trainingToJson(nn::TrainingSpec()).at("data").contains("source"));
}

TEST(TrainingJson, keepsPaintedPointsToTheBit)
{
    nn::TrainingSpec spec;
    spec.data.name = "points";
    spec.data.points = {{1.25F, -0.1F, 0}, {std::nextafter(6.0F, 0.0F), 1e-7F, 3}};
    EXPECT_TRUE(reread(spec).data == spec.data);
    EXPECT_FALSE(trainingToJson(nn::TrainingSpec()).at("data").contains("points"));
}

TEST(TrainingJson, refusesPaintedPointsThatAreNone)
{
    const auto complaint = [](const std::string& points) -> std::string {
        json saved = trainingToJson(nn::TrainingSpec{});
        saved["data"]["points"] = json::parse(points);
        ActivationReader activations;
        try {
            readTraining({saved, "here"}, activations);
        } catch (const JsonFailure& failure) {
            return failure.sentence;
        }
        return "";
    };
    EXPECT_EQ(complaint("[[1, 2, 0]]"), "");
    EXPECT_EQ(complaint("[[1, 2, 0], [1, \"nan\", 0]]"), "here.data.points[1][1]: a finite number was expected");
    EXPECT_EQ(complaint("[[1, 2, 300]]"), "here.data.points[0][2]: a class from 0 to 3 was expected");
    EXPECT_EQ(complaint("[[1, 2, 0.5]]"), "here.data.points[0][2]: a whole number from 0 on was expected");
    EXPECT_EQ(complaint("[[1, 2, -1]]"), "here.data.points[0][2]: a whole number from 0 on was expected");
    EXPECT_EQ(complaint("[[1, 2]]"), "here.data.points[0]: the list should have 3 entries");
    EXPECT_EQ(complaint("[[1, 1e300, 0]]"), "here.data.points[0][1]: a finite number was expected");
    EXPECT_EQ(complaint("7"), "here.data.points: a list was expected");
    EXPECT_EQ(complaint(json(2001, json::array({1, 2, 0})).dump()),
              "here.data.points: the list has more than 2000 entries");
}

TEST(TrainingJson, keepsALayerThatHasNoActivationYet)
{
    nn::TrainingSpec spec;
    spec.hidden = {{4, nullptr}, {5, activation::findInCatalogue("relu")}};
    const nn::TrainingSpec back = reread(spec);
    ASSERT_EQ(back.hidden.size(), 2U);
    EXPECT_EQ(back.hidden[0].activation, nullptr);
    EXPECT_EQ(back.hidden[1].activation->name(), "ReLU");
}

TEST(TrainingJson, readsWhatNoNetworkCanBeButValidationNames)
{
    nn::TrainingSpec spec;
    spec.hidden = {{1'000'000'000, activation::findInCatalogue("relu")}};
    spec.learningRate = 1e30;
    spec.epochs = 0;
    const nn::TrainingSpec back = reread(spec);
    EXPECT_EQ(back.hidden[0].width, 1'000'000'000U);
    EXPECT_EQ(back.learningRate, 1e30);
    EXPECT_TRUE(nn::validate(back));
}

TEST(TrainingJson, refusesCountsThatAreNone)
{
    for (const json& count : {json(-5), json(12.0), json(1e18), json("12"), json("nan"), json(nullptr)}) {
        json training = trainingToJson(nn::TrainingSpec{});
        training["batch"] = count;
        EXPECT_EQ(errorIn(training), "training.batch: a whole number from 0 on was expected") << count;
    }
}

TEST(TrainingJson, refusesWeightsThatAreNone)
{
    for (const auto& [value, complaint] : {std::pair<json, const char*>{1e39, "is too large for a weight"},
                                           {3e38, "is too large for a weight"},
                                           {"nan", "a finite number was expected"}}) {
        json training = trainingToJson(nn::TrainingSpec{});
        training["handWeights"] = json::array({json::array({0U, 2U, 5U, 3U, value})});
        EXPECT_EQ(errorIn(training), std::string("training.handWeights[0][4]: ") + complaint);
    }
    json training = trainingToJson(nn::TrainingSpec{});
    training["handWeights"] = json::array({{0U, 2U, 5U, 3U, 1.0}, {0U, 2U, 5U, 3U, 2.0}});
    EXPECT_EQ(errorIn(training), "training.handWeights[1]: is of the same place as one before it");
}

TEST(RunJson, keepsAHistoryInRows)
{
    const workspace::Run run{
        "one", {}, {{0, 1.5, 2.5, 0.25, 0.5, 0}, {1, 0.5, 0.75, 1, 0.875, 2, {}, 8, 0.25, 0.125}}, "Finished."};
    const json written = runToJson(run);
    EXPECT_EQ(written.at("history"),
              json({{0, 1.5, 2.5, 0.25, 0.5, 0.0, 0, 0.0, "nan"}, {1, 0.5, 0.75, 1.0, 0.875, 2.0, 8, 0.25, 0.125}}));
    ActivationReader activations;
    const auto history = readRun({written, ""}, activations).history;
    ASSERT_EQ(history.size(), 2U);
    EXPECT_TRUE(std::isnan(history[0].gradientNorm));
    EXPECT_EQ(history[1].gradientNorm, 0.125);
}

TEST(RunJson, readsRunsOfBeforeTheirHistorySaidThatTheyDiverged)
{
    workspace::Run run{
        "lost", {}, {{0, 1, 1, 0.5, 0.5, 0}, {1, 2, 2, 0.5, 0.5, 1, {}, 20}}, "diverged at step 27: loss became NaN"};
    ActivationReader activations;
    const workspace::Run read = readRun({runToJson(run), ""}, activations);
    EXPECT_TRUE(hasDiverged(read));
    ASSERT_EQ(read.history.size(), 3U);
    EXPECT_EQ(read.history.back().steps, 27U);
    EXPECT_EQ(readRun({runToJson(read), ""}, activations).history.size(), 3U) << "once is enough";
}

TEST(RunJson, readsRowsOfBeforeStepsRatesAndGradientsWereKept)
{
    json written = runToJson({"one", {}, {{1, 0.5, 0.75, 1, 0.875, 2, {}, 8, 0.25, 0.125}}, "Finished."});
    json& row = written["history"][0];
    ActivationReader activations;
    row.erase(8);
    const nn::EpochMetrics later = readRun({written, ""}, activations).history.at(0);
    EXPECT_EQ(later.learningRate, 0.25);
    EXPECT_TRUE(std::isnan(later.gradientNorm));
    row.erase(7);
    row.erase(6);
    const nn::EpochMetrics old = readRun({written, ""}, activations).history.at(0);
    EXPECT_EQ(old.seconds, 2);
    EXPECT_EQ(old.steps, 0U);
    EXPECT_EQ(old.learningRate, 0);
}

/// Two epochs of a run whose one layer learns one parameter.
json learningRun()
{
    Run run{"prelu", {}, {{.epoch = 0}, {.epoch = 1}}, "finished"};
    run.spec.hidden = {{4, activation::findInCatalogue("prelu")}};
    run.history[0].learned = {{0.25F, 0.25F, 0.25F}};
    run.history[1].learned = {{0.1F, -0.5F, 0.7F}};
    return runToJson(run);
}

std::string errorInRun(const json& run)
{
    ActivationReader activations;
    try {
        readRun({run, "run"}, activations);
        return "no error";
    } catch (const JsonFailure& failure) {
        return failure.sentence;
    }
}

TEST(TrainingJson, writesLearnedValuesShort)
{
    EXPECT_EQ(learningRun().at("learned").dump(), "[[0.25],[[0.1,-0.5,0.7]]]");
    EXPECT_FALSE(runToJson({"plain", {}, {{.epoch = 0}}, ""}).contains("learned"));
}

TEST(TrainingJson, readsRunsOfBeforeThereWereLearnedValues)
{
    json run = learningRun();
    run.erase("learned");
    EXPECT_EQ(errorInRun(run), "no error");
}

TEST(TrainingJson, refusesLearnedValuesThatDoNotFitTheNetwork)
{
    json run = learningRun();
    run["learned"][1] = {1, 2};
    EXPECT_EQ(errorInRun(run).find("run.learned[1]"), 0U) << errorInRun(run);
    run["learned"][1] = json::array();
    EXPECT_EQ(errorInRun(run).find("run.learned[1]"), 0U) << errorInRun(run);
    run["learned"] = {{1}, {1}, {1}};
    EXPECT_EQ(errorInRun(run).find("run.learned"), 0U) << errorInRun(run);
    run["learned"] = {{"much"}};
    EXPECT_NE(errorInRun(run), "no error");
}

}  // namespace

}  // namespace actlab::workspace
