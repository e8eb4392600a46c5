#include "app/cli/train_report.hpp"

#include "app/cli/numbers.hpp"
#include "app/cli/train_learned.hpp"

#include "core/data/describe.hpp"
#include "core/data/names.hpp"

#include <array>
#include <iostream>
#include <set>

namespace actlab::cli {

namespace {

struct Column {
    const char* name;
    double nn::EpochMetrics::*value;
};

constexpr std::array kColumns{Column{"train_loss", &nn::EpochMetrics::trainLoss},
                              Column{"test_loss", &nn::EpochMetrics::testLoss},
                              Column{"train_accuracy", &nn::EpochMetrics::trainAccuracy},
                              Column{"test_accuracy", &nn::EpochMetrics::testAccuracy},
                              Column{"gradient_norm", &nn::EpochMetrics::gradientNorm}};

Json historyOf(const TrainReport& report)
{
    const auto& epochs = report.history;
    Json history{{"epoch", Json::array()}};
    for (const auto& epoch : epochs)
        history["epoch"].push_back(epoch.epoch);
    for (const auto& column : kColumns) {
        Json& values = history[column.name] = Json::array();
        for (const auto& epoch : epochs)
            values.push_back(jsonNumber(epoch.*column.value));
    }
    history["learned"] = learnedHistoryAsJson(report.spec, epochs);
    return history;
}

Json finalOf(const std::vector<nn::EpochMetrics>& history)
{
    if (history.empty())
        return nullptr;
    Json last{{"epoch", history.back().epoch}};
    for (const auto& column : kColumns)
        last[column.name] = jsonNumber(history.back().*column.value);
    return last;
}

/// What is unusual about the activations, each sentence once.
Json remarksOn(const nn::TrainingSpec& spec)
{
    std::set<std::string> remarks;
    for (const auto& layer : spec.hidden)
        for (const auto& remark : activation::remarks(*layer.activation))
            remarks.insert(remark);
    return remarks;
}

Json dataAsJson(const data::Dataset& data)
{
    return {{"task", data::kTaskWords[static_cast<std::size_t>(data.task)]},
            {"train_rows", data.train.rows()},
            {"test_rows", data.test.rows()},
            {"features", data.featureNames},
            {"classes", data.classNames},
            {"remarks", data.remarks}};
}

void printData(const data::Dataset& data)
{
    const char* title = "data      ";
    for (const std::string& sentence : data::describe(data)) {
        std::cout << title << sentence << '\n';
        title = "          ";
    }
}

double stepsPerSecond(const nn::Outcome& outcome)
{
    return outcome.seconds > 0 ? static_cast<double>(outcome.steps) / outcome.seconds : 0;
}

}  // namespace

const char* nameOf(nn::Ending ending)
{
    switch (ending) {
    case nn::Ending::OutOfPatience:  // the message tells
    case nn::Ending::Finished: return "finished";
    case nn::Ending::ReachedTarget: return "target";
    case nn::Ending::Stopped: return "stopped";
    case nn::Ending::Diverged: return "diverged";
    case nn::Ending::Failed: return "failed";
    }
    return "failed";
}

Json asJson(const TrainReport& report)
{
    const nn::Outcome& outcome = report.outcome;
    return {{"dataset", report.spec.data.name},
            {"data", outcome.data ? dataAsJson(*outcome.data) : Json()},
            {"engine", outcome.engine},
            {"outcome", nameOf(outcome.ending)},
            {"message", outcome.message},
            {"seed", report.spec.seed},
            {"epochs", outcome.epochs},
            {"best_epoch", outcome.bestEpoch},
            {"seconds", jsonNumber(outcome.seconds)},
            {"steps_per_second", jsonNumber(stepsPerSecond(outcome))},
            {"parameters", learnableCount(report.spec, outcome)},
            {"learned", learnedAsJson(report.spec, outcome)},
            {"remarks", remarksOn(report.spec)},
            {"final", finalOf(report.history)},
            {"history", historyOf(report)}};
}

void printText(const TrainReport& report)
{
    const nn::Outcome& outcome = report.outcome;
    std::cout << report.spec.data.name << ", " << learnableCount(report.spec, outcome) << " parameters, engine "
              << outcome.engine << ": " << outcome.message << '\n';
    if (outcome.data)
        printData(*outcome.data);
    if (!report.history.empty()) {
        const bool isRegression = outcome.data && outcome.data->task == data::Task::Regression;
        const auto& last = report.history.back();
        const char* quality = isRegression ? "R²      " : "accuracy";
        std::cout << "loss      train " << rounded(last.trainLoss) << "  test " << rounded(last.testLoss) << '\n'
                  << quality << "  train " << rounded(last.trainAccuracy) << "  test " << rounded(last.testAccuracy)
                  << '\n';
    }
    printLearned(report.spec, outcome);
    std::cout << "time      " << rounded(outcome.seconds) << " s, " << rounded(stepsPerSecond(outcome))
              << " steps a second\n";
}

}  // namespace actlab::cli
