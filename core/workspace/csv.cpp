#include "core/workspace/csv.hpp"

#include "core/workspace/csv_text.hpp"

#include <limits>

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

/// The next edits that were taken before this epoch, as one text.
std::string editsBefore(std::size_t epoch, std::span<const nn::Mark> marks, std::size_t& told)
{
    std::string text;
    for (; told < marks.size() && marks[told].at.epoch < epoch; ++told)
        text += (text.empty() ? "" : "; ") + nn::sentence(marks[told]);
    return text;
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

std::string historyCsv(std::span<const nn::Layer> hidden, std::span<const nn::EpochMetrics> history,
                       std::span<const nn::Mark> marks)
{
    const auto learned = nn::learnedParameters(hidden);
    std::string table =
        "epoch,train_loss,test_loss,train_accuracy,test_accuracy,seconds,steps,learning_rate,gradient_norm";
    for (const auto& each : learned) {
        addCsvText(table, titleOf(each));
        if (hasChannels(each)) {
            addCsvText(table, titleOf(each) + ".min");
            addCsvText(table, titleOf(each) + ".max");
        }
    }
    table += marks.empty() ? "" : ",edits";
    std::size_t told = 0;
    for (const auto& epoch : history) {
        table += '\n' + std::to_string(epoch.epoch);
        for (const double value :
             {epoch.trainLoss, epoch.testLoss, epoch.trainAccuracy, epoch.testAccuracy, epoch.seconds})
            addCsvNumber(table, value);
        table += ',' + std::to_string(epoch.steps);
        addCsvNumber(table, epoch.learningRate);
        addCsvNumber(table, epoch.gradientNorm);
        for (std::size_t i = 0; i < learned.size(); ++i)
            addLearned(table, learned[i], i < epoch.learned.size() ? epoch.learned[i] : nn::LearnedValue{});
        if (!marks.empty())
            addCsvText(table,
                       editsBefore(&epoch == &history.back() ? std::numeric_limits<std::size_t>::max() : epoch.epoch,
                                   marks, told));
    }
    return table + '\n';
}

}  // namespace actlab::workspace
