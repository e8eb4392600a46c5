#include "core/workspace/run_table.hpp"

#include "core/workspace/csv_text.hpp"
#include "core/workspace/json_reader.hpp"

#include "core/data/names.hpp"
#include "core/nn/spec_words.hpp"

#include <algorithm>

namespace actlab::workspace {

namespace {

template <class Enum>
std::string wordOf(Enum value, std::span<const std::string_view> words)
{
    return std::string(words[static_cast<std::size_t>(value)]);
}

std::string networkOf(const Run& run)
{
    std::string widths;
    for (const nn::Layer& layer : run.spec.hidden)
        widths += (widths.empty() ? "" : "·") + std::to_string(layer.width);
    return widths.empty() ? "no hidden layer" : widths + extrasOf(run.spec.hidden);
}

/// Each once, in the order of the layers.
std::string activationsOf(const Run& run)
{
    std::vector<std::string> names;
    for (const nn::Layer& layer : run.spec.hidden)
        if (layer.activation && std::ranges::find(names, layer.activation->name()) == names.end())
            names.push_back(layer.activation->name());
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

RunCell textOf(std::string text)
{
    return text.empty() ? RunCell() : RunCell(std::move(text));
}

template <auto Measure>
RunCell lastOf(const Run& run)
{
    return run.history.empty() ? RunCell() : RunCell(run.history.back().*Measure);
}

/// Accuracy and R² share a place in the history.
template <auto Measure, bool OfValues>
RunCell qualityOf(const Run& run)
{
    return data::isRegression(run.spec.data) == OfValues ? lastOf<Measure>(run) : RunCell();
}

RunCell epochsOf(const Run& run)
{
    return run.history.empty() ? RunCell() : RunCell(std::uint64_t{run.history.back().epoch});
}

constexpr auto kWords = RunColumn::Role::Words, kSetting = RunColumn::Role::Setting,
               kResult = RunColumn::Role::Result;
constexpr auto kNeither = RunColumn::Better::Neither, kLess = RunColumn::Better::Less,
               kMore = RunColumn::Better::More;
using nn::EpochMetrics;

constexpr RunColumn kRunColumns[] = {
    {"name", "Run", kWords, kNeither, [](const Run& run) { return textOf(run.name); }},
    {"data", "Data", kSetting, kNeither, [](const Run& run) { return textOf(dataName(run.spec.data)); }},
    {"network", "Network", kSetting, kNeither, [](const Run& run) { return textOf(networkOf(run)); }},
    {"activation", "Activation", kSetting, kNeither, [](const Run& run) { return textOf(activationsOf(run)); }},
    {"loss", "Loss", kSetting, kNeither,
     [](const Run& run) { return RunCell(wordOf(run.spec.loss, nn::kLossWords)); }},
    {"optimizer", "Optimizer", kSetting, kNeither,
     [](const Run& run) { return RunCell(wordOf(run.spec.optimizer, nn::kOptimizerWords)); }},
    {"learning_rate", "Rate", kSetting, kNeither, [](const Run& run) { return RunCell(run.spec.learningRate); }},
    {"batch", "Batch", kSetting, kNeither, [](const Run& run) { return RunCell(std::uint64_t{run.spec.batch}); }},
    {"seed", "Seed", kSetting, kNeither, [](const Run& run) { return RunCell(run.spec.seed); }},
    {"epochs", "Epochs", kResult, kNeither, epochsOf},
    {"seconds", "Seconds", kResult, kLess, lastOf<&EpochMetrics::seconds>},
    {"train_loss", "Train loss", kResult, kLess, lastOf<&EpochMetrics::trainLoss>},
    {"test_loss", "Test loss", kResult, kLess, lastOf<&EpochMetrics::testLoss>},
    {"train_accuracy", "Train acc.", kResult, kMore, qualityOf<&EpochMetrics::trainAccuracy, false>},
    {"test_accuracy", "Test acc.", kResult, kMore, qualityOf<&EpochMetrics::testAccuracy, false>},
    {"train_r2", "Train R²", kResult, kMore, qualityOf<&EpochMetrics::trainAccuracy, true>},
    {"test_r2", "Test R²", kResult, kMore, qualityOf<&EpochMetrics::testAccuracy, true>},
    {"outcome", "Outcome", kWords, kNeither, [](const Run& run) { return textOf(run.outcome); }},
    {"note", "Note", kWords, kNeither, [](const Run& run) { return textOf(run.note); }},
};

nlohmann::json jsonOf(const RunCell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell))
        return *text;
    if (const auto* whole = std::get_if<std::uint64_t>(&cell))
        return *whole;
    if (const auto* measure = std::get_if<double>(&cell))
        return numberToJson(*measure);
    return nullptr;
}

void addCell(std::string& row, const RunCell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell))
        return addCsvText(row, *text);
    if (const auto* whole = std::get_if<std::uint64_t>(&cell))
        return addCsvText(row, std::to_string(*whole));
    if (const auto* measure = std::get_if<double>(&cell))
        return addCsvNumber(row, *measure);
    addCsvText(row, {});
}

/// The data but for what the network is given of them, and for what only other data sets heed.
data::DataSpec whatIsAsked(const data::DataSpec& spec)
{
    data::DataSpec asked = spec;
    if (!data::isOwn(spec)) {
        asked = {};
        asked.name = spec.name;
        asked.noise = spec.noise;
        asked.samples = spec.samples;
        asked.trainShare = spec.trainShare;
        asked.seed = spec.seed;
    }
    asked.features.clear();
    return asked;
}

}  // namespace

std::span<const RunColumn> runColumns()
{
    return kRunColumns;
}

const RunColumn* findRunColumn(std::string_view name)
{
    const auto* found = std::ranges::find(kRunColumns, name, &RunColumn::name);
    return found == std::end(kRunColumns) ? nullptr : found;
}

bool areComparable(const Run& a, const Run& b)
{
    return whatIsAsked(a.spec.data) == whatIsAsked(b.spec.data) && a.spec.loss == b.spec.loss;
}

std::string runsCsv(const std::vector<Run>& runs)
{
    std::string table;
    for (const RunColumn& column : kRunColumns)
        addCsvText(table, std::string(column.name));
    for (const Run& run : runs) {
        std::string row;
        for (const RunColumn& column : kRunColumns)
            addCell(row, column.of(run));
        table += '\n' + row.substr(1);
    }
    return table.substr(1) + '\n';
}

std::string runsJson(const std::vector<Run>& runs)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Run& run : runs) {
        auto& object = list.emplace_back(nlohmann::ordered_json::object());
        for (const RunColumn& column : kRunColumns)
            object[std::string(column.name)] = jsonOf(column.of(run));
    }
    return list.dump(2) + '\n';
}

}  // namespace actlab::workspace
