#include "core/workspace/csv.hpp"

#include "core/workspace/csv_text.hpp"

namespace actlab::workspace {

namespace {

std::vector<double> evenly(analysis::Interval x, std::size_t rows)
{
    std::vector<double> places(rows);
    for (std::size_t i = 0; i < rows; ++i)
        places[i] = x.low + x.width() * static_cast<double>(i) / static_cast<double>(rows - 1);
    places.back() = x.high;
    return places;
}

bool hasChannels(const nn::LearnedParameter& learned)
{
    return learned.scope == activation::Scope::Channel;
}

/// "layer_1.a", "layers_1_2.b"
std::string titleOf(const nn::LearnedParameter& learned)
{
    std::string title = learned.layers.size() > 1 ? "layers" : "layer";
    for (const std::size_t layer : learned.layers)
        title += '_' + std::to_string(layer + 1);
    return title + '.' + learned.name;
}

void addLearned(std::string& row, const nn::LearnedParameter& learned, const nn::LearnedValue& value)
{
    addCsvNumber(row, value.mean);
    if (hasChannels(learned)) {
        addCsvNumber(row, value.least);
        addCsvNumber(row, value.greatest);
    }
}

}  // namespace

std::string curvesCsv(std::span<const activation::ActivationPtr> activations, analysis::Interval x, std::size_t rows)
{
    std::string table = "x";
    const std::vector<double> places = evenly(x, rows);
    std::vector<std::vector<double>> columns;
    for (const auto& activation : activations) {
        for (const char* order : {" f", " f'", " f''"})
            addCsvText(table, activation->name() + order);
        for (auto& values : activation->evaluate<double>(places, 2))
            columns.push_back(std::move(values));
    }
    for (std::size_t row = 0; row < rows; ++row) {
        std::string line;
        addCsvNumber(line, places[row]);
        for (const auto& column : columns)
            addCsvNumber(line, column[row]);
        table += '\n' + line.substr(1);
    }
    return table + '\n';
}

std::string historyCsv(std::span<const nn::Layer> hidden, std::span<const nn::EpochMetrics> history)
{
    const auto learned = nn::learnedParameters(hidden);
    std::string table = "epoch,train_loss,test_loss,train_accuracy,test_accuracy,seconds,steps,learning_rate";
    for (const auto& each : learned) {
        addCsvText(table, titleOf(each));
        if (hasChannels(each)) {
            addCsvText(table, titleOf(each) + ".min");
            addCsvText(table, titleOf(each) + ".max");
        }
    }
    for (const auto& epoch : history) {
        table += '\n' + std::to_string(epoch.epoch);
        for (const double value :
             {epoch.trainLoss, epoch.testLoss, epoch.trainAccuracy, epoch.testAccuracy, epoch.seconds})
            addCsvNumber(table, value);
        table += ',' + std::to_string(epoch.steps);
        addCsvNumber(table, epoch.learningRate);
        for (std::size_t i = 0; i < learned.size(); ++i)
            addLearned(table, learned[i], i < epoch.learned.size() ? epoch.learned[i] : nn::LearnedValue{});
    }
    return table + '\n';
}

}  // namespace actlab::workspace
