#include "core/nn/edited_network.hpp"

#include "core/nn/activation_marks.hpp"
#include "core/nn/carried.hpp"
#include "core/nn/learned.hpp"

#include "core/analysis/verdict_words.hpp"

#include <algorithm>

namespace actlab::nn {

namespace {

using analysis::wordFor;
using Values = std::span<const float>;
using Edited = std::optional<EditedNetwork>;

/// The same network, of which all goes on.
EditedNetwork unchanged(const Problem& problem, Values parameters)
{
    return {problem.spec, {parameters.begin(), parameters.end()}, {{0, 0, parameters.size()}}, {}};
}

Edited withRate(const Problem& problem, Values parameters, double rate)
{
    const double before = problem.spec.learningRate;
    if (rate == before)
        return std::nullopt;
    EditedNetwork next = unchanged(problem, parameters);
    next.spec.learningRate = rate;
    next.marks.push_back(Mark{MarkKind::LearningRate, {}, {}, wordFor(before), wordFor(rate)});
    return next;
}

Edited withActivation(const Problem& problem, Values parameters, const ActivationEdit& edit)
{
    if (edit.layer >= problem.spec.hidden.size())
        return std::nullopt;
    const activation::ActivationPtr before = problem.spec.hidden[edit.layer].activation;
    if (edit.activation->definition() == before->definition())
        return std::nullopt;
    EditedNetwork next{problem.spec, {}, {}, {}};
    next.spec.hidden[edit.layer].activation = edit.activation;
    const Layout from = layoutOf(problem.spec, problem.data), to = layoutOf(next.spec, problem.data);
    next.carried = carriedBetween(problem.spec.hidden, from, next.spec.hidden, to);
    next.parameters = carriedParameters(parameters, next.spec.hidden, to, next.carried);
    next.marks = activationMarks(*before, *edit.activation, learnedByLayer(*before, from, edit.layer, parameters));
    for (Mark& mark : next.marks)
        mark.layer = edit.layer;
    return next;
}

Edited withFrozen(const Problem& problem, Values parameters, const FreezeEdit& edit)
{
    const std::size_t hidden = problem.spec.hidden.size();
    if (edit.layer > hidden || isFrozen(problem.spec, edit.layer) == edit.frozen)
        return std::nullopt;
    EditedNetwork next = unchanged(problem, parameters);
    (edit.layer < hidden ? next.spec.hidden[edit.layer].frozen : next.spec.outputFrozen) = edit.frozen;
    const std::string frozen = "frozen", trains = "trains again";
    next.marks.push_back(
        Mark{MarkKind::Frozen, edit.layer, {}, edit.frozen ? trains : frozen, edit.frozen ? frozen : trains});
    return next;
}

/// "unit 3, input 2", "unit 3, bias", or of what its activation has learned "a" or "a, unit 3".
std::string nameOfNumber(const Problem& problem, const Layout& layout, std::size_t layer, std::size_t index)
{
    const Layout::Dense& dense = layout.layers[layer];
    const auto unit = [](std::size_t i) { return "unit " + std::to_string(i + 1); };
    if (index < dense.bias)
        return unit((index - dense.weights) / dense.in) + ", input " +
               std::to_string((index - dense.weights) % dense.in + 1);
    if (index < dense.bias + dense.out)
        return unit(index - dense.bias) + ", bias";
    if (index < dense.activation) {
        constexpr const char* kNames[] = {", scale", ", running mean", ", running variance"};
        const std::size_t place = index - dense.norm->scale;
        return unit(place % dense.out) + kNames[place / dense.out];
    }
    const std::vector<LearnedParameter> learned = learnedParameters(problem.spec.hidden);
    const auto after = std::ranges::find_if(layout.learned, [&](const Layout::Learned& each) {
        return index >= each.offset && index < each.offset + each.count;
    });
    const auto which = static_cast<std::size_t>(after - layout.learned.begin());
    return learned[which].name + (after->count > 1 ? ", " + unit(index - after->offset) : "");
}

Edited withWeight(const Problem& problem, Values parameters, const WeightEdit& edit)
{
    if (edit.index >= parameters.size() || parameters[edit.index] == edit.value)
        return std::nullopt;
    const Layout layout = layoutOf(problem.spec, problem.data);
    std::size_t layer = 0;
    while (layer + 1 < layout.layers.size() && layout.layers[layer + 1].weights <= edit.index)
        ++layer;
    const std::optional<Layout::Norm>& norm = layout.layers[layer].norm;
    if (norm && edit.index >= norm->variance && edit.index < layout.layers[layer].activation && edit.value < 0)
        return std::nullopt;
    EditedNetwork next = unchanged(problem, parameters);
    next.parameters[edit.index] = edit.value;
    next.carried = carriedBut(edit.index, parameters.size());
    next.marks.push_back(Mark{MarkKind::Weight, layer, nameOfNumber(problem, layout, layer, edit.index),
                              wordFor(parameters[edit.index]), wordFor(edit.value)});
    return next;
}

}  // namespace

std::optional<EditedNetwork> editedNetwork(const Problem& problem, Values parameters, const Edit& edit)
{
    using expr::Overloaded;
    return std::visit(Overloaded{[&](const LearningRateEdit& e) { return withRate(problem, parameters, e.rate); },
                                 [&](const ActivationEdit& e) { return withActivation(problem, parameters, e); },
                                 [&](const FreezeEdit& e) { return withFrozen(problem, parameters, e); },
                                 [&](const WeightEdit& e) { return withWeight(problem, parameters, e); }},
                      edit);
}

}  // namespace actlab::nn
