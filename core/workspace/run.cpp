#include "core/workspace/run.hpp"

#include "core/workspace/trained_network.hpp"

#include "core/data/features.hpp"
#include "core/expr/code_points.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace actlab::workspace {

namespace {

std::string capitalised(std::string name)
{
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

constexpr std::size_t kLongestWord = 40;  // of a name: the bytes of a formula

std::string nameOf(const nn::Layer& layer)
{
    return layer.activation ? expr::shortened(layer.activation->name(), kLongestWord) : std::string();
}

/// ", what" where all layers that could have it do, ", what in layers 2, 3" where others could.
std::string extra(const std::string& what, const std::vector<std::size_t>& having, std::size_t could)
{
    if (having.empty() || having.size() == could)
        return having.empty() ? "" : ", " + what;
    std::string layers;
    for (const std::size_t layer : having)
        layers += (layers.empty() ? "" : ", ") + std::to_string(layer + 1);
    return ", " + what + (having.size() > 1 ? " in layers " : " in layer ") + layers;
}

/// So many that a run with many learned values takes no more room in a file than others.
std::size_t epochsKept(const std::vector<nn::EpochMetrics>& history)
{
    constexpr std::size_t kMostNumbers = 40'000, kMeasures = 8, kPerValue = 3;
    const std::size_t numbers = kMeasures + kPerValue * (history.empty() ? 0 : history.back().learned.size());
    return std::clamp(kMostNumbers / numbers, std::size_t{2}, kMostEpochsKept);
}

/// None where the run ended before its network was there.
std::shared_ptr<const exporting::Network> keptNetwork(const nn::TrainingSpec& spec, const nn::Outcome& outcome)
{
    if (!outcome.data || outcome.parameters.empty() || outcome.parameters.size() > kMostNumbersKept)
        return nullptr;
    auto network = trainedNetwork(spec, *outcome.data, outcome.parameters);
    if (!isFinite(network))
        return nullptr;
    network.name = runName(spec);
    return std::make_shared<const exporting::Network>(std::move(network));
}

std::vector<nn::Mark> latest(const std::vector<nn::Mark>& marks)
{
    const auto kept = std::min(marks.size(), kMostMarksKept);
    return {marks.end() - static_cast<std::ptrdiff_t>(kept), marks.end()};
}

/// " of x, x²" where the network is given other numbers than x and y.
std::string inputsOf(const data::DataSpec& data)
{
    std::string names;
    for (const data::Feature feature : data.features)
        names +=
            (names.empty() ? " of " : ", ") + std::string(data::kFeatureNames[static_cast<std::size_t>(feature)]);
    return names;
}

}  // namespace

bool hasDiverged(const Run& run)
{
    return !run.history.empty() && !std::isfinite(run.history.back().trainLoss);
}

std::string dataName(const data::DataSpec& data)
{
    if (data.name == "csv")
        return std::filesystem::path(data.file).stem().string();
    return (data.name == "formula" ? expr::shortened(data.formula, kLongestWord) : capitalised(data.name)) +
           inputsOf(data);
}

std::string extrasOf(std::span<const nn::Layer> hidden)
{
    std::vector<std::size_t> normalised, linked;
    std::size_t linkable = 0;
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        linkable += i > 0 && hidden[i].width == hidden[i - 1].width;
        if (hidden[i].batchNorm)
            normalised.push_back(i);
        if (hidden[i].residual)
            linked.push_back(i);
    }
    return extra("batch norm", normalised, hidden.size()) + extra("residual", linked, linkable);
}

std::string runName(const nn::TrainingSpec& spec)
{
    std::string name = dataName(spec.data);
    for (std::size_t i = 0; i < spec.hidden.size(); ++i) {
        const std::string activation = nameOf(spec.hidden[i]);
        const bool continues = i > 0 && nameOf(spec.hidden[i - 1]) == activation;
        const bool ends = i + 1 == spec.hidden.size() || nameOf(spec.hidden[i + 1]) != activation;
        name += (continues ? "·" : " ") + std::to_string(spec.hidden[i].width);
        if (ends && !activation.empty())
            name += ' ' + activation;
    }
    return name + extrasOf(spec.hidden);
}

std::vector<nn::EpochMetrics> thinned(const std::vector<nn::EpochMetrics>& history, std::size_t most)
{
    if (history.size() <= most)
        return history;
    std::vector<nn::EpochMetrics> kept;
    const std::size_t last = history.size() - 1;
    for (std::size_t i = 0; i < most; ++i)
        kept.push_back(history[i * last / (most - 1)]);
    return kept;
}

void setName(Run& run, const std::string& name)
{
    if (run.name == name)
        return;
    run.name = name;
    if (run.network) {
        auto renamed = std::make_shared<exporting::Network>(*run.network);
        renamed->name = name;
        run.network = std::move(renamed);
    }
}

Run makeRun(const nn::TrainingSpec& spec, const std::vector<nn::EpochMetrics>& history, const nn::Outcome& outcome)
{
    Run run{runName(spec),
            spec,
            thinned(history, epochsKept(history)),
            outcome.message,
            keptNetwork(spec, outcome),
            latest(outcome.marks)};
    nn::endHistory(run.history, spec.hidden, outcome);
    return run;
}

}  // namespace actlab::workspace
