#include "core/workspace/training_json.hpp"

#include "core/workspace/data_json.hpp"
#include "core/workspace/hand_weights_json.hpp"
#include "core/workspace/mark_json.hpp"
#include "core/workspace/network_json.hpp"

#include "core/nn/spec_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace actlab::workspace {

using nlohmann::json;

namespace {

template <class Enum>
Enum readChoice(const JsonReader& from, std::span<const std::string_view> names)
{
    return static_cast<Enum>(from.choice(names));
}

template <class Enum>
std::string_view nameOf(Enum value, std::span<const std::string_view> names)
{
    return names[static_cast<std::size_t>(value)];
}

constexpr std::size_t kMostLayers = 64, kMostEpochs = 1'000'001;

/// A layer may have none yet.
json layerToJson(const nn::Layer& layer)
{
    json saved{{"width", layer.width},
               {"activation", layer.activation ? activationToJson(*layer.activation) : json()}};
    if (layer.frozen)
        saved["frozen"] = true;
    if (layer.batchNorm)
        saved["batch_norm"] = true;
    if (layer.residual)
        saved["residual"] = true;
    return saved;
}

nn::Layer readLayer(const JsonReader& from, ActivationReader& activations)
{
    const auto isSet = [&from](const char* name) { return from.has(name) && from.at(name).flag(); };
    const JsonReader activation = from.at("activation");
    return {from.at("width").count(), activation.isNull() ? nullptr : activations.read(activation), isSet("frozen"),
            isSet("batch_norm"), isSet("residual")};
}

json layersToJson(const std::vector<nn::Layer>& layers)
{
    json list = json::array();
    for (const nn::Layer& layer : layers)
        list.push_back(layerToJson(layer));
    return list;
}

std::vector<nn::Layer> readLayers(const JsonReader& from, ActivationReader& activations)
{
    std::vector<nn::Layer> layers;
    for (std::size_t i = 0; i < from.size(kMostLayers); ++i)
        layers.push_back(readLayer(from.at(i), activations));
    return layers;
}

/// One row an epoch: [epoch, train loss, test loss, train accuracy, test accuracy, seconds, steps, learning rate,
/// gradient norm].
json metricsToJson(const nn::EpochMetrics& m)
{
    return {m.epoch,
            numberToJson(m.trainLoss),
            numberToJson(m.testLoss),
            numberToJson(m.trainAccuracy),
            numberToJson(m.testAccuracy),
            numberToJson(m.seconds),
            m.steps,
            numberToJson(m.learningRate),
            numberToJson(m.gradientNorm)};
}

/// The first documents had neither steps nor learning rates, later ones no gradient norms.
nn::EpochMetrics readMetrics(const JsonReader& row)
{
    constexpr std::size_t kMostColumns = 100;
    const std::size_t columns = row.size(kMostColumns);
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    return {row.at(0).count(),
            row.at(1).number(),
            row.at(2).number(),
            row.at(3).number(),
            row.at(4).number(),
            row.at(5).number(),
            {},
            columns > 6 ? row.at(6).count() : 0,
            columns > 7 ? row.at(7).number() : 0,
            columns > 8 ? row.at(8).number() : kUnknown};
}

/// One entry a learned parameter: its value, or mean, least and greatest of its channels.
json learnedToJson(const std::vector<nn::LearnedValue>& learned)
{
    json row = json::array();
    for (const nn::LearnedValue& value : learned)
        row.push_back(value.least == value.greatest
                          ? shortNumber(value.mean)
                          : json{shortNumber(value.mean), shortNumber(value.least), shortNumber(value.greatest)});
    return row;
}

std::vector<nn::LearnedValue> readLearned(const JsonReader& row, std::size_t count)
{
    const auto number = [](const JsonReader& from) { return static_cast<float>(from.number()); };
    std::vector<nn::LearnedValue> learned;
    if (row.size(count) != count)
        row.fail("the activations learn " + std::to_string(count) + " parameters");
    for (std::size_t i = 0; i < count; ++i) {
        const JsonReader entry = row.at(i);
        const bool isOne = !entry.isList();
        learned.push_back(isOne ? nn::LearnedValue{number(entry), number(entry), number(entry)}
                                : nn::LearnedValue{number(entry.at(0)), number(entry.at(1)), number(entry.at(2))});
    }
    return learned;
}

/// One row an epoch.
json learnedHistoryToJson(const std::vector<nn::EpochMetrics>& history)
{
    json rows = json::array();
    for (const nn::EpochMetrics& m : history)
        rows.push_back(learnedToJson(m.learned));
    return rows;
}

void readLearnedHistory(const JsonReader& from, Run& run)
{
    const std::size_t count = nn::learnedParameters(run.spec.hidden).size();
    const std::size_t rows = from.size(run.history.size());
    for (std::size_t i = 0; i < rows; ++i)
        run.history[i].learned = readLearned(from.at(i), count);
}

std::shared_ptr<const exporting::Network> readNetworkOf(const JsonReader& from, const Run& run)
{
    exporting::Network network = readNetwork(from, run.spec.hidden);
    network.name = run.name;
    return std::make_shared<const exporting::Network>(std::move(network));
}

bool hasLearned(const nn::EpochMetrics& metrics)
{
    return !metrics.learned.empty();
}

/// Documents of before said in the outcome of a run that it diverged, and not in its history.
void addLostEpoch(Run& run)
{
    constexpr std::string_view kSaid = "diverged at step ";
    if (!run.outcome.starts_with(kSaid) || run.history.empty())
        return;
    nn::Outcome outcome;
    outcome.ending = nn::Ending::Diverged;
    outcome.seconds = run.history.back().seconds;
    outcome.steps = run.history.back().steps;
    std::from_chars(run.outcome.data() + kSaid.size(), run.outcome.data() + run.outcome.size(), outcome.steps);
    nn::endHistory(run.history, run.spec.hidden, outcome);
}

/// What the first documents did not have.
void readLaterFields(const JsonReader& from, nn::TrainingSpec& spec)
{
    if (from.has("schedule"))
        spec.schedule = readChoice<nn::Schedule>(from.at("schedule"), nn::kScheduleWords);
    if (from.has("dropout"))
        spec.dropout = from.at("dropout").number();
    if (from.has("clip"))
        spec.clip = from.at("clip").number();
    if (from.has("patience"))
        spec.patience = from.at("patience").count();
    if (from.has("outputFrozen"))
        spec.outputFrozen = from.at("outputFrozen").flag();
    if (from.has("threads"))
        spec.threads = from.at("threads").count();
    if (from.has("handWeights"))
        spec.handWeights = readHandWeights(from.at("handWeights"));
}

}  // namespace

json trainingToJson(const nn::TrainingSpec& spec)
{
    return {{"data", dataToJson(spec.data)},
            {"hidden", layersToJson(spec.hidden)},
            {"outputFrozen", spec.outputFrozen},
            {"init", nameOf(spec.init, nn::kInitWords)},
            {"loss", nameOf(spec.loss, nn::kLossWords)},
            {"optimizer", nameOf(spec.optimizer, nn::kOptimizerWords)},
            {"learningRate", numberToJson(spec.learningRate)},
            {"schedule", nameOf(spec.schedule, nn::kScheduleWords)},
            {"batch", spec.batch},
            {"epochs", spec.epochs},
            {"l1", numberToJson(spec.l1)},
            {"l2", numberToJson(spec.l2)},
            {"dropout", numberToJson(spec.dropout)},
            {"clip", numberToJson(spec.clip)},
            {"targetLoss", numberToJson(spec.targetLoss)},
            {"targetAccuracy", numberToJson(spec.targetAccuracy)},
            {"patience", spec.patience},
            {"seed", spec.seed},
            {"engine", nameOf(spec.engine, nn::kEngineWords)},
            {"threads", spec.threads},
            {"handWeights", handWeightsToJson(spec.handWeights)}};
}

nn::TrainingSpec readTraining(const JsonReader& from, ActivationReader& activations)
{
    nn::TrainingSpec spec;
    spec.data = readData(from.at("data"));
    spec.hidden = readLayers(from.at("hidden"), activations);
    spec.init = readChoice<nn::Init>(from.at("init"), nn::kInitWords);
    spec.loss = readChoice<nn::Loss>(from.at("loss"), nn::kLossWords);
    spec.optimizer = readChoice<nn::Optimizer>(from.at("optimizer"), nn::kOptimizerWords);
    spec.learningRate = from.at("learningRate").number();
    spec.batch = from.at("batch").count();
    spec.epochs = from.at("epochs").count();
    spec.l1 = from.at("l1").number();
    spec.l2 = from.at("l2").number();
    spec.targetLoss = from.at("targetLoss").number();
    spec.targetAccuracy = from.at("targetAccuracy").number();
    spec.seed = from.at("seed").count();
    spec.engine = readChoice<nn::EngineChoice>(from.at("engine"), nn::kEngineWords);
    readLaterFields(from, spec);
    return spec;
}

json runToJson(const Run& run)
{
    json history = json::array();
    for (const nn::EpochMetrics& m : run.history)
        history.push_back(metricsToJson(m));
    json saved{
        {"name", run.name}, {"spec", trainingToJson(run.spec)}, {"history", history}, {"outcome", run.outcome}};
    if (std::ranges::any_of(run.history, hasLearned))
        saved["learned"] = learnedHistoryToJson(run.history);
    if (!run.marks.empty())
        saved["edits"] = marksToJson(run.marks);
    if (!run.note.empty())
        saved["note"] = run.note;
    if (run.isBaseline)
        saved["baseline"] = true;
    if (run.colour)
        saved["colour"] = *run.colour;
    if (run.network)
        saved["network"] = networkToJson(*run.network);
    return saved;
}

Run readRun(const JsonReader& from, ActivationReader& activations)
{
    Run run{from.at("name").text(), readTraining(from.at("spec"), activations), {}, from.at("outcome").text()};
    const JsonReader history = from.at("history");
    for (std::size_t i = 0; i < history.size(kMostEpochs); ++i)
        run.history.push_back(readMetrics(history.at(i)));
    if (from.has("learned"))
        readLearnedHistory(from.at("learned"), run);
    if (from.has("edits"))
        run.marks = readMarks(from.at("edits"));
    if (from.has("note"))
        run.note = from.at("note").text();
    if (from.has("baseline"))
        run.isBaseline = from.at("baseline").flag();
    if (from.has("colour"))
        run.colour = from.at("colour").count();
    if (from.has("network"))
        run.network = readNetworkOf(from.at("network"), run);
    addLostEpoch(run);
    return run;
}

}  // namespace actlab::workspace
