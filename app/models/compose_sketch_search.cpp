// What the drawing may become, and how it is looked for.
#include "app/models/compose_sketch.hpp"

#include <algorithm>
#include <utility>

namespace actlab::models {

namespace {

QString percent(double part)
{
    constexpr double kLeast = 0.0001;
    if (part < kLeast)
        return ComposeSketch::tr("less than 0.01 %");
    return ComposeSketch::tr("%1 %").arg(part < 1 ? QString::number(100 * part, 'g', 2)
                                                  : QString::number(100 * part, 'f', 0));
}

}  // namespace

void ComposeSketch::setWish(const SketchWish& wish)
{
    if (wish == m_wish)
        return;
    m_wish = wish;
    look();
}

void ComposeSketch::setKind(SketchKind kind)
{
    SketchWish wish = m_wish;
    wish.kind = kind;
    setWish(wish);
}

void ComposeSketch::setMostKnots(std::size_t most)
{
    SketchWish wish = m_wish;
    wish.mostKnots = std::clamp<std::size_t>(most, 2, mostKnotsOf(wish));
    setWish(wish);
}

void ComposeSketch::setLearnable(bool learnable)
{
    SketchWish wish = m_wish;
    wish.learnableValues = learnable;
    setWish(wish);
}

/// The curve through points is there within a frame, so that it can follow a point in the hand.
bool ComposeSketch::isQuick() const
{
    return drawing().hand == Hand::Points && m_wish.kind != SketchKind::Nearest;
}

void ComposeSketch::look()
{
    m_search.forget();
    const auto propose = [propose = m_propose, drawing = m_drawing, wish = m_wish](std::stop_token stop) {
        return propose(*drawing, wish, std::move(stop));
    };
    if (drawing().samples().size() < 2)
        return take({});
    if (isQuick())
        return take(m_search.now(propose));
    m_search.ask(propose, [this](const SketchProposals& found) { take(found); });
    Q_EMIT changed();
}

/// Whoever chose a family stays with it while it is among the nearest.
void ComposeSketch::take(SketchProposals found)
{
    const std::string family = proposal() ? proposal()->family : std::string();
    m_problem = found ? QString() : QString::fromStdString(found.error());
    m_proposals = std::move(found).value_or(std::vector<SketchProposal>{});
    const auto same = std::ranges::find(m_proposals, family, &SketchProposal::family);
    m_chosen = same == m_proposals.end() ? 0 : static_cast<std::size_t>(same - m_proposals.begin());
    Q_EMIT changed();
}

void ComposeSketch::choose(std::size_t proposal)
{
    if (proposal < m_proposals.size() && std::exchange(m_chosen, proposal) != proposal)
        Q_EMIT changed();
}

const SketchProposal* ComposeSketch::proposal() const
{
    return m_chosen < m_proposals.size() ? &m_proposals[m_chosen] : nullptr;
}

analysis::CurveSet ComposeSketch::curves(analysis::Interval x, int pixels) const
{
    return analysis::sampleCurves(*proposal()->activation, x, pixels, 0);
}

QString ComposeSketch::advice() const
{
    if (drawing().hand == Hand::Stroke)
        return drawing().isEmpty() ? tr("Draw a curve with the mouse: press, and go from left to right.")
                                   : tr("Draw over a part to correct it.");
    if (drawing().points.size() < 2)
        return drawing().isEmpty() ? tr("Click where the curve is to pass.") : tr("Click the next point.");
    return tr("Drag a point to move it. Delete, or a right click, removes it.");
}

QString ComposeSketch::verdict() const
{
    if (!proposal())
        return {};
    const auto knots = static_cast<int>(proposal()->knots.size());
    QStringList sentences;
    if (drawing().hand == Hand::Points && knots > 0)
        sentences.append(tr("It passes through all %1 points.").arg(knots));
    else
        sentences.append(tr("On average it is %1 of the drawn height away from what you drew, at most %2.")
                             .arg(percent(proposal()->distance), percent(proposal()->greatestDistance)));
    if (drawing().hand == Hand::Stroke && knots > 0)
        sentences.prepend(tr("%1 knots.").arg(knots));
    if (knots > 0 && learns(m_wish))
        sentences.append(tr("Training can move them up and down: y0 to y%1.").arg(knots - 1));
    return sentences.join(' ');
}

}  // namespace actlab::models
