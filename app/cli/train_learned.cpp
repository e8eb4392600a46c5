#include "app/cli/train_learned.hpp"

#include "app/cli/numbers.hpp"

#include "core/nn/engine.hpp"

#include <algorithm>
#include <iostream>

namespace actlab::cli {

namespace {

using nn::LearnedParameter;
using nn::LearnedValue;

bool isByChannel(const LearnedParameter& learned)
{
    return learned.scope == activation::Scope::Channel;
}

const char* nameOf(activation::Scope scope)
{
    switch (scope) {
    case activation::Scope::Shared: return "shared";
    case activation::Scope::Layer: return "layer";
    case activation::Scope::Channel: return "channel";
    }
    return "layer";
}

/// `layer` is the first that uses it; all are counted from 1.
Json describe(const LearnedParameter& learned)
{
    Json layers = Json::array();
    for (const std::size_t layer : learned.layers)
        layers.push_back(layer + 1);
    return {{"layer", layers.front()}, {"layers", layers}, {"name", learned.name}, {"scope", nameOf(learned.scope)}};
}

/// Where the values lie, if the outcome has them: a run that failed early has none.
nn::Layout layoutIn(const nn::TrainingSpec& spec, const nn::Outcome& outcome)
{
    const nn::Layout layout = outcome.data ? nn::layoutOf(spec, *outcome.data) : nn::Layout{};
    return layout.size == outcome.parameters.size() ? layout : nn::Layout{};
}

Json list(std::span<const nn::EpochMetrics> history, std::size_t index, float LearnedValue::*part)
{
    Json values = Json::array();
    for (const nn::EpochMetrics& epoch : history)
        values.push_back(jsonNumber(epoch.learned[index].*part));
    return values;
}

}  // namespace

std::size_t learnableCount(const nn::TrainingSpec& spec, const nn::Outcome& outcome)
{
    return nn::learnableCount(layoutIn(spec, outcome));
}

Json learnedAsJson(const nn::TrainingSpec& spec, const nn::Outcome& outcome)
{
    const nn::Layout layout = layoutIn(spec, outcome);
    const auto parameters = nn::learnedParameters(spec.hidden);
    const auto values = nn::learnedValues(layout, outcome.parameters);
    Json learned = Json::array();
    for (std::size_t i = 0; i < values.size(); ++i) {
        Json each = describe(parameters[i]);
        each["value"] = jsonNumber(values[i].mean);
        if (isByChannel(parameters[i])) {
            each["least"] = jsonNumber(values[i].least);
            each["greatest"] = jsonNumber(values[i].greatest);
            const auto first = outcome.parameters.begin() + static_cast<std::ptrdiff_t>(layout.learned[i].offset);
            each["values"] =
                jsonNumbers(std::vector<float>(first, first + static_cast<std::ptrdiff_t>(layout.learned[i].count)));
        }
        learned.push_back(std::move(each));
    }
    return learned;
}

Json learnedHistoryAsJson(const nn::TrainingSpec& spec, std::span<const nn::EpochMetrics> history)
{
    const auto parameters = nn::learnedParameters(spec.hidden);
    Json learned = Json::array();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        Json each = describe(parameters[i]);
        each["value"] = list(history, i, &LearnedValue::mean);
        if (isByChannel(parameters[i])) {
            each["least"] = list(history, i, &LearnedValue::least);
            each["greatest"] = list(history, i, &LearnedValue::greatest);
        }
        learned.push_back(std::move(each));
    }
    return learned;
}

void printLearned(const nn::TrainingSpec& spec, const nn::Outcome& outcome)
{
    const auto parameters = nn::learnedParameters(spec.hidden);
    const auto values = nn::learnedValues(layoutIn(spec, outcome), outcome.parameters);
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::cout << "learned   " << parameters[i].name << " = " << rounded(values[i].mean);
        if (isByChannel(parameters[i]))
            std::cout << " (" << rounded(values[i].least) << " to " << rounded(values[i].greatest) << " over "
                      << parameters[i].count << " channels)";
        std::cout << " in " << nn::placeOf(parameters[i]) << '\n';
    }
}

}  // namespace actlab::cli
