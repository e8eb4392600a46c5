#include "core/nn/learned.hpp"

#include "core/nn/engine.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace actlab::nn {

namespace {

using activation::Scope;

bool haveTheSame(const Layer& a, const Layer& b)
{
    return a.activation == b.activation ||
           (a.activation && b.activation && a.activation->definition() == b.activation->definition());
}

/// All hidden layers from `first` on with its activation.
std::vector<std::size_t> layersLike(std::span<const Layer> hidden, std::size_t first)
{
    std::vector<std::size_t> layers;
    for (std::size_t i = first; i < hidden.size(); ++i)
        if (haveTheSame(hidden[i], hidden[first]))
            layers.push_back(i);
    return layers;
}

bool isFirstOfItsKind(std::span<const Layer> hidden, std::size_t index)
{
    return std::none_of(hidden.begin(), hidden.begin() + static_cast<std::ptrdiff_t>(index),
                        [&](const Layer& before) { return haveTheSame(before, hidden[index]); });
}

void appendOf(std::span<const Layer> hidden, std::size_t index, std::vector<LearnedParameter>& learned)
{
    for (const activation::Parameter& p : hidden[index].activation->parameters()) {
        const bool isShared = p.scope == Scope::Shared;
        if (!p.learnable || (isShared && !isFirstOfItsKind(hidden, index)))
            continue;
        learned.push_back({p.name, p.scope, isShared ? layersLike(hidden, index) : std::vector{index},
                           p.scope == Scope::Channel ? hidden[index].width : 1, p.value});
    }
}

LearnedValue valueOf(std::span<const float> values)
{
    const auto [least, greatest] = std::ranges::minmax(values);
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return {static_cast<float>(sum / static_cast<double>(values.size())), least, greatest};
}

}  // namespace

std::vector<LearnedParameter> learnedParameters(std::span<const Layer> hidden)
{
    std::vector<LearnedParameter> learned;
    for (std::size_t i = 0; i < hidden.size(); ++i)
        if (hidden[i].activation)
            appendOf(hidden, i, learned);
    return learned;
}

std::optional<std::size_t> sameAmong(std::span<const LearnedParameter> all, const LearnedParameter& parameter)
{
    const auto found = std::ranges::find_if(all, [&](const LearnedParameter& each) {
        return each.name == parameter.name &&
               std::ranges::find_first_of(each.layers, parameter.layers) != each.layers.end();
    });
    return found == all.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - all.begin()));
}

std::string placeOf(const LearnedParameter& parameter)
{
    std::string place = parameter.layers.size() > 1 ? "layers " : "layer ";
    for (const std::size_t layer : parameter.layers)
        place += (layer == parameter.layers.front() ? "" : ", ") + std::to_string(layer + 1);
    return place;
}

std::vector<LearnedValue> learnedValues(const Layout& layout, std::span<const float> parameters)
{
    std::vector<LearnedValue> values;
    values.reserve(layout.learned.size());
    for (const Layout::Learned& learned : layout.learned)
        values.push_back(valueOf(parameters.subspan(learned.offset, learned.count)));
    return values;
}

std::vector<LearnedValue> valuesAmong(std::span<const LearnedParameter> before, std::span<const LearnedValue> values,
                                      std::span<const LearnedParameter> after)
{
    constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
    std::vector<LearnedValue> result;
    for (const LearnedParameter& parameter : after) {
        const auto same = sameAmong(before, parameter);
        result.push_back(same && *same < values.size() ? values[*same] : LearnedValue{kNone, kNone, kNone});
    }
    return result;
}

void startLearned(std::span<const Layer> hidden, const Layout& layout, std::span<float> parameters)
{
    const std::vector<LearnedParameter> learned = learnedParameters(hidden);
    for (std::size_t i = 0; i < learned.size(); ++i)
        std::ranges::fill(parameters.subspan(layout.learned[i].offset, learned[i].count),
                          static_cast<float>(learned[i].start));
}

std::vector<LayerLearned> learnedByLayer(const activation::Activation& activation, const Layout& layout,
                                         std::size_t layer, std::span<const float> parameters)
{
    std::vector<LayerLearned> all;
    auto next = layout.layers[layer].learned.begin();
    for (const activation::Parameter& parameter : activation.parameters())
        if (parameter.learnable) {
            const Layout::Learned& place = layout.learned[*next++];
            all.push_back({parameter.name, parameters.subspan(place.offset, place.count)});
        }
    return all;
}

}  // namespace actlab::nn
