#include "core/nn/mark.hpp"

#include <algorithm>

namespace actlab::nn {

namespace {

constexpr double kSecondsOfOneDrag = 1;

std::string layerOf(const Mark& mark)
{
    return mark.layer ? "layer " + std::to_string(*mark.layer + 1) : std::string();
}

std::string changeOf(const Mark& mark)
{
    return mark.from + " → " + mark.to;
}

bool goesOn(const Mark& earlier, const Mark& mark)
{
    return earlier.kind == mark.kind && earlier.layer == mark.layer && earlier.what == mark.what &&
           earlier.kind != MarkKind::Frozen && mark.at.seconds - earlier.until.seconds < kSecondsOfOneDrag;
}

}  // namespace

bool changesAnswers(const Mark& mark)
{
    return mark.kind != MarkKind::LearningRate && mark.kind != MarkKind::Frozen;
}

std::string sentence(const Mark& mark)
{
    switch (mark.kind) {
    case MarkKind::LearningRate: return "learning rate " + changeOf(mark);
    case MarkKind::Activation: return layerOf(mark) + ": " + changeOf(mark);
    case MarkKind::Formula: return layerOf(mark) + ": another formula of " + mark.what;
    case MarkKind::Frozen: return layerOf(mark) + ' ' + mark.to;
    case MarkKind::Parameter:
    case MarkKind::Weight: break;
    }
    const bool isWeight = mark.kind == MarkKind::Weight;
    return layerOf(mark) + (isWeight ? ", " : ": ") + mark.what + (isWeight ? ": " : " ") + changeOf(mark);
}

void addMark(std::vector<Mark>& marks, Mark mark)
{
    const auto earlier = std::find_if(marks.rbegin(), marks.rend(), [&](const Mark& m) { return goesOn(m, mark); });
    if (earlier == marks.rend())
        return marks.push_back(std::move(mark));
    if (mark.to == earlier->from) {
        // Before a step nothing has had an effect, but that another activation begins with its parameters anew.
        if (mark.until.step == earlier->at.step && mark.kind != MarkKind::Activation)
            marks.erase(std::next(earlier).base());
        else
            marks.push_back(std::move(mark));  // "Tanh → Tanh" would say nothing
        return;
    }
    earlier->until = mark.until;
    earlier->to = std::move(mark.to);
}

}  // namespace actlab::nn
