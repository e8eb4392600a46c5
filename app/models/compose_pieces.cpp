#include "app/models/compose_pieces.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::models {

namespace {

constexpr auto kDrag = "compose/knot";

/// y, or the value of the piece that stays where it is, if that is near.
double snapped(double y, analysis::Lift lift, const analysis::PieceJoin& join, double reach)
{
    if (lift.left == lift.right)
        return y;
    const double other = lift.left ? join.right.value : join.left.value;
    return std::abs(y - other) <= reach ? other : y;
}

/// x, or so far from the knot's neighbours; no farther than it was when it was taken.
double keptApart(double x, const std::vector<analysis::PieceJoin>& joins, std::size_t knot, double reach)
{
    const double taken = joins[knot].x;
    if (knot > 0)
        x = std::max(x, std::min(taken, joins[knot - 1].x + reach));
    if (knot + 1 < joins.size())
        x = std::min(x, std::max(taken, joins[knot + 1].x - reach));
    return x;
}

}  // namespace

ComposePieces::ComposePieces(ComposeModel& model, QObject* parent) : QObject(parent), m_model(model)
{
    connect(&model, &ComposeModel::changed, this, &ComposePieces::follow);
    follow();
}

void ComposePieces::follow()
{
    const bool isRight = m_model.activation() && !m_model.error();
    if (m_seen == m_model.activation() && m_isRight == isRight)
        return;
    const bool isForeseen =
        m_next && m_model.activation() && m_next->activation.definition() == m_model.activation()->definition();
    if (m_seen != m_model.activation())
        m_map = isForeseen ? *std::move(m_next) : analysis::PieceMap(*m_model.activation());
    m_next.reset();
    m_seen = m_model.activation();
    m_isRight = isRight;
    read();
}

void ComposePieces::read()
{
    m_knots = m_isRight ? knotsOf(*m_map) : std::vector<Knot>{};
    m_remarks = m_isRight ? analysis::coverageOf(m_map->layout) : std::vector<analysis::CoverageRemark>{};
    if (m_grabbed && m_grabbed->knot < m_knots.size())
        m_knots[m_grabbed->knot] = inHand(m_grabbed->taken, m_knots[m_grabbed->knot].join);
}

std::vector<analysis::Stretch> ComposePieces::stretches(analysis::Interval x) const
{
    if (!m_seen || m_map->layout.rows.size() < 2)
        return {};
    auto stretches = analysis::layOut(*m_seen, x).stretches;
    std::erase_if(stretches, [this](const analysis::Stretch& each) { return m_map->layout.isGap(each.row); });
    return stretches;
}

void ComposePieces::grab(std::size_t knot, std::size_t end)
{
    if (knot >= m_knots.size() || end >= m_knots[knot].ends.size() || !m_knots[knot].ends[end].exists())
        return;
    m_model.workspace().endGesture();
    m_grabbed.emplace(Grabbed{*m_map, knot, end, m_knots[knot]});
}

void ComposePieces::drag(std::optional<double> x, std::optional<double> y, Reach reach)
{
    if (!m_grabbed)
        return;
    analysis::EditedPieces next = dragged(x, y, reach);
    if (!next)
        return Q_EMIT refused(QString::fromStdString(next.error()));
    const analysis::Edited edited = next->activation.definition();
    m_model.foresee(std::make_shared<const activation::Activation>(next->activation));
    m_next = *std::move(next);
    take(edited, tr("Move a knot"), kDrag);
}

/// Made once here for the model and for the pieces.
analysis::EditedPieces ComposePieces::dragged(std::optional<double> x, std::optional<double> y, Reach reach) const
{
    const Grabbed& grabbed = *m_grabbed;
    const analysis::Lift lift = grabbed.taken.ends[grabbed.end].lift;
    const bool moves = x && grabbed.taken.movesX, lifts = y && lift != analysis::Lift{};
    analysis::EditedPieces now = grabbed.from;
    if (moves)
        now = analysis::withKnotMoved(grabbed.from, grabbed.taken.join.x,
                                      keptApart(*x, grabbed.from.joins, grabbed.knot, reach.x));
    if (!now || !lifts || grabbed.knot >= now->joins.size())
        return now;
    const analysis::PieceJoin& join = now->joins[grabbed.knot];
    return analysis::withKnotLifted(*now, join.x, snapped(*y, lift, join, reach.y), lift);
}

bool ComposePieces::hasMoved() const
{
    const activation::Activation& from = m_grabbed->from.activation;
    return m_model.formula().toStdString() != from.definition().formula ||
           (m_model.activation() && m_model.activation()->parameters() != from.parameters());
}

/// A knot that is back where it was has never been away.
void ComposePieces::drop()
{
    if (!m_grabbed)
        return;
    if (hasMoved())
        m_model.workspace().endGesture();
    else
        m_model.workspace().takeGestureBack();
    letGo();
}

void ComposePieces::takeBack()
{
    if (!m_grabbed)
        return;
    m_model.workspace().takeGestureBack();
    letGo();
}

void ComposePieces::letGo()
{
    m_grabbed.reset();
    read();
    Q_EMIT released();
}

void ComposePieces::split(double x)
{
    if (m_isRight)
        take(analysis::split(*m_map, x), tr("Split a piece"));
}

void ComposePieces::merge(std::size_t knot, analysis::Side kept)
{
    if (knot < m_knots.size())
        take(analysis::merge(*m_map, m_knots[knot].join.x, kept), tr("Merge two pieces"));
}

void ComposePieces::toggleEnd(std::size_t knot)
{
    if (knot < m_knots.size())
        take(analysis::toggleEnd(*m_map, m_knots[knot].join.x), tr("Change an end"));
}

analysis::Edited ComposePieces::repaired(std::size_t knot, analysis::RepairOrder order) const
{
    order.knot = m_knots.at(knot).join.x;
    return analysis::repaired(*m_map, order);
}

void ComposePieces::repair(std::size_t knot, const analysis::RepairOrder& order)
{
    if (knot < m_knots.size())
        take(repaired(knot, order), tr("Repair a join"));
}

double ComposePieces::widestBlend(std::size_t knot) const
{
    return analysis::widestBlend(*m_map, m_knots.at(knot).join.x);
}

/// An edit that changes nothing is no step.
void ComposePieces::take(const analysis::Edited& edited, const QString& text, const QString& gesture)
{
    if (!edited)
        return Q_EMIT refused(QString::fromStdString(edited.error()));
    if (edited->formula == m_model.definition().formula && edited->parameters == m_model.activation()->parameters())
        return;
    const auto write = [&](workspace::Document& document) {
        document.draft.definition.formula = edited->formula;
        document.draft.definition.parameters = edited->parameters;
    };
    m_model.workspace().edit(text, write, gesture);
}

}  // namespace actlab::models
