#include "app/cli/train_report.hpp"

#include "app/cli/numbers.hpp"

#include "core/nn/engine.hpp"

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
                              Column{"test_accuracy", &nn::EpochMetrics::testAccuracy}};

const char* nameOf(nn::Ending ending)
{
    switch (ending) {
    case nn::Ending::Finished: return "finished";
    case nn::Ending::ReachedTarget: return "target";
    case nn::Ending::Stopped: return "stopped";
    case nn::Ending::Diverged: return "diverged";
    case nn::Ending::Failed: return "failed";
    }
    return "failed";
}

Json historyOf(const std::vector<nn::EpochMetrics>& epochs)
{
    Json history{{"epoch", Json::array()}};
    for (const auto& epoch : epochs)
        history["epoch"].push_back(epoch.epoch);
    for (const auto& column : kColumns) {
        Json& values = history[column.name] = Json::array();
        for (const auto& epoch : epochs)
            values.push_back(jsonNumber(epoch.*column.value));
    }
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

/// A parameter of an activation that training has changed.
struct Learned {
    std::size_t layer;  ///< from 1
    std::string name;
    double value;
};

std::vector<Learned> learnedBy(const TrainReport& report)
{
    std::vector<Learned> learned;
    if (!report.outcome.data)
        return learned;
    const auto layout = nn::layoutOf(report.spec, *report.outcome.data);
    if (layout.size != report.outcome.parameters.size())
        return learned;
    for (std::size_t i = 0; i < report.spec.hidden.size(); ++i) {
        std::size_t offset = layout.layers[i].activation;
        for (const auto& p : report.spec.hidden[i].activation->parameters())
            if (p.learnable)
                learned.push_back({i + 1, p.name, report.outcome.parameters[offset++]});
    }
    return learned;
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

double stepsPerSecond(const nn::Outcome& outcome)
{
    return outcome.seconds > 0 ? static_cast<double>(outcome.steps) / outcome.seconds : 0;
}

}  // namespace

Json asJson(const TrainReport& report)
{
    const nn::Outcome& outcome = report.outcome;
    Json learned = Json::array();
    for (const auto& each : learnedBy(report))
        learned.push_back({{"layer", each.layer}, {"name", each.name}, {"value", jsonNumber(each.value)}});
    return {{"dataset", report.spec.data.name},
            {"engine", outcome.engine},
            {"outcome", nameOf(outcome.ending)},
            {"message", outcome.message},
            {"seed", report.spec.seed},
            {"epochs", outcome.epochs},
            {"seconds", jsonNumber(outcome.seconds)},
            {"steps_per_second", jsonNumber(stepsPerSecond(outcome))},
            {"parameters", outcome.parameters.size()},
            {"learned", learned},
            {"remarks", remarksOn(report.spec)},
            {"final", finalOf(report.history)},
            {"history", historyOf(report.history)}};
}

void printText(const TrainReport& report)
{
    const nn::Outcome& outcome = report.outcome;
    std::cout << report.spec.data.name << ", " << outcome.parameters.size() << " parameters, engine "
              << outcome.engine << ": " << outcome.message << '\n';
    if (!report.history.empty()) {
        const bool isRegression = outcome.data && outcome.data->task == data::Task::Regression;
        const auto& last = report.history.back();
        const char* quality = isRegression ? "R²      " : "accuracy";
        std::cout << "loss      train " << rounded(last.trainLoss) << "  test " << rounded(last.testLoss) << '\n'
                  << quality << "  train " << rounded(last.trainAccuracy) << "  test " << rounded(last.testAccuracy)
                  << '\n';
    }
    for (const auto& each : learnedBy(report))
        std::cout << "learned   " << each.name << " = " << rounded(each.value) << " in layer " << each.layer << '\n';
    std::cout << "time      " << rounded(outcome.seconds) << " s, " << rounded(stepsPerSecond(outcome))
              << " steps a second\n";
}

void writeCsv(const std::vector<nn::EpochMetrics>& history, std::ostream& file)
{
    file << "epoch";
    for (const auto& column : kColumns)
        file << ',' << column.name;
    file << ",seconds\n";
    for (const auto& epoch : history) {
        file << epoch.epoch;
        for (const auto& column : kColumns)
            file << ',' << text(epoch.*column.value);
        file << ',' << text(epoch.seconds) << '\n';
    }
}

}  // namespace actlab::cli
