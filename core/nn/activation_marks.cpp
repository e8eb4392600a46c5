#include "core/nn/activation_marks.hpp"

#include "core/analysis/verdict_words.hpp"

#include <algorithm>
#include <numeric>

namespace actlab::nn {

namespace {

using activation::Parameter;

/// "0.25", and where the parameter changes its kind as well "0.25 learned for each unit".
std::string parameterWords(const Parameter& parameter, double value, bool withKind)
{
    const char* kinds[] = {" learned in all layers", " learned", " learned for each unit"};
    const char* kind = parameter.learnable ? kinds[static_cast<std::size_t>(parameter.scope)] : " fixed";
    return analysis::wordFor(value) + (withKind ? kind : "");
}

/// Its formula, and the gradient where that is one of its own.
std::string wordsOf(const activation::Definition& definition)
{
    return definition.formula + (definition.gradient.empty() ? "" : ", f' = " + definition.gradient);
}

/// As it is now.
double valueNow(const Parameter& parameter, std::span<const LayerLearned> learned)
{
    const auto found = std::ranges::find(learned, parameter.name, &LayerLearned::name);
    if (found == learned.end() || found->values.empty())
        return parameter.value;
    return std::accumulate(found->values.begin(), found->values.end(), 0.0) /
           static_cast<double>(found->values.size());
}

void addParameterMark(const Parameter& before, const Parameter& after, std::span<const LayerLearned> learned,
                      std::vector<Mark>& marks)
{
    const bool otherKind = before.learnable != after.learnable || (after.learnable && before.scope != after.scope);
    if (!otherKind && before.value == after.value)
        return;
    marks.push_back({.kind = MarkKind::Parameter,
                     .what = after.name,
                     .from = parameterWords(before, valueNow(before, learned), otherKind),
                     .to = parameterWords(after, after.value, otherKind)});
}

}  // namespace

std::vector<Mark> activationMarks(const activation::Activation& before, const activation::Activation& after,
                                  std::span<const LayerLearned> learned)
{
    if (before.name() != after.name())
        return {{.kind = MarkKind::Activation, .from = before.name(), .to = after.name()}};
    const activation::Definition &old = before.definition(), &now = after.definition();
    std::vector<Mark> marks;
    if (old.formula != now.formula || old.gradient != now.gradient)
        marks.push_back({.kind = MarkKind::Formula, .what = now.name, .from = wordsOf(old), .to = wordsOf(now)});
    for (const Parameter& parameter : now.parameters)
        if (const auto same = std::ranges::find(old.parameters, parameter.name, &Parameter::name);
            same != old.parameters.end())
            addParameterMark(*same, parameter, learned, marks);
    return marks;
}

}  // namespace actlab::nn
