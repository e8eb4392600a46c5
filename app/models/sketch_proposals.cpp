#include "app/models/sketch_proposals.hpp"

#include "core/analysis/nearest.hpp"
#include "core/analysis/sketch.hpp"

#include <algorithm>
#include <utility>

namespace actlab::models {

namespace {

constexpr auto kDrawingName = "drawing";

activation::ActivationPtr made(activation::Definition definition)
{
    definition.name = kDrawingName;
    return activation::makeActivation(std::move(definition)).value_or(nullptr);
}

SketchProposals nearestTo(const SketchDrawing& drawing, std::stop_token stop)
{
    const auto members = analysis::nearestMembers(drawing.samples(), {.stop = std::move(stop)});
    if (!members)
        return tl::unexpected(members.error());
    std::vector<SketchProposal> proposals;
    for (const analysis::FamilyMember& member : *members)
        if (auto activation = made({{}, member.formula, {}, {}}))
            proposals.push_back(
                {std::move(activation), member.row->name(), {}, member.distance, member.greatestDistance});
    if (proposals.empty())
        return tl::unexpected<std::string>("No function of the catalogue comes near this.");
    return proposals;
}

SketchProposals curveThrough(const SketchDrawing& drawing, const SketchWish& wish)
{
    const auto sketch =
        analysis::sketch(drawing.samples(), {.form = formOf(wish.kind),
                                             .pointsAreKnots = drawing.hand == SketchDrawing::Hand::Points,
                                             .mostKnots = wish.mostKnots,
                                             .learnableValues = learns(wish)});
    if (!sketch)
        return tl::unexpected(sketch.error());
    auto activation = made(sketch->definition);
    if (!activation)
        return tl::unexpected<std::string>("This curve is too much for one formula. Use fewer knots.");
    return std::vector<SketchProposal>{
        {std::move(activation), {}, sketch->knots, sketch->distance, sketch->greatestDistance}};
}

}  // namespace

analysis::SketchForm formOf(SketchKind kind)
{
    switch (kind) {
    case SketchKind::MonotoneCubic: return analysis::SketchForm::MonotoneCubic;
    case SketchKind::NaturalCubic: return analysis::SketchForm::NaturalCubic;
    case SketchKind::Straight:
    case SketchKind::Nearest: break;
    }
    return analysis::SketchForm::Linear;
}

bool learns(const SketchWish& wish)
{
    return wish.learnableValues && wish.kind == SketchKind::Straight;
}

std::size_t mostKnotsOf(const SketchWish& wish)
{
    constexpr std::size_t kFew = 24;  // more are no longer a formula that one reads
    const std::size_t most = std::min(kFew, analysis::mostKnotsOf(formOf(wish.kind)));
    return learns(wish) ? std::min(most, expr::Limits::parameters) : most;
}

SketchProposals proposalsFor(const SketchDrawing& drawing, const SketchWish& wish, std::stop_token stop)
{
    return wish.kind == SketchKind::Nearest ? nearestTo(drawing, std::move(stop)) : curveThrough(drawing, wish);
}

}  // namespace actlab::models
