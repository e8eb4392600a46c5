#include "app/models/compose_pieces.hpp"

#include <algorithm>

namespace actlab::models {

namespace {

constexpr auto kDrag = "compose/knot";

std::vector<Knot> knotsOf(const activation::Activation& activation)
{
    std::vector<Knot> knots;
    for (const analysis::PieceJoin& join : analysis::joinsOf(activation))
        knots.push_back({join, analysis::canMoveKnot(activation, join.x)});
    return knots;
}

}  // namespace

ComposePieces::ComposePieces(ComposeModel& model, QObject* parent) : QObject(parent), m_model(model)
{
    connect(&model, &ComposeModel::changed, this, &ComposePieces::follow);
    follow();
}

void ComposePieces::follow()
{
    const activation::ActivationPtr now = m_model.error() ? nullptr : m_model.activation();
    if (now == m_seen)
        return;
    m_seen = now;
    m_knots = now ? knotsOf(*now) : std::vector<Knot>{};
    m_remarks = now ? analysis::coverageOf(*now) : std::vector<analysis::CoverageRemark>{};
    Q_EMIT changed();
}

void ComposePieces::grab(std::size_t knot)
{
    if (knot >= m_knots.size() || !m_knots[knot].moves)
        return;
    m_model.workspace().endGesture();
    m_grabbed = Grabbed{m_seen, m_knots[knot].join.x};
}

void ComposePieces::drag(double x)
{
    if (!m_grabbed)
        return;
    const activation::Activation& from = *m_grabbed->from;
    const bool isBack = x == m_grabbed->x;
    take(isBack ? from.definition() : analysis::moveKnot(from, m_grabbed->x, x), tr("Move a knot"), kDrag);
}

void ComposePieces::drop()
{
    if (m_grabbed)
        m_model.workspace().endGesture();
    m_grabbed.reset();
}

void ComposePieces::takeBack()
{
    if (m_grabbed)
        m_model.workspace().takeGestureBack();
    m_grabbed.reset();
}

void ComposePieces::split(double x)
{
    if (m_seen)
        take(analysis::split(*m_seen, x), tr("Split a piece"));
}

void ComposePieces::merge(std::size_t knot, analysis::Side kept)
{
    if (knot < m_knots.size())
        take(analysis::merge(*m_seen, m_knots[knot].join.x, kept), tr("Merge two pieces"));
}

void ComposePieces::toggleEnd(std::size_t knot)
{
    if (knot < m_knots.size())
        take(analysis::toggleEnd(*m_seen, m_knots[knot].join.x), tr("Change an end"));
}

void ComposePieces::repair(std::size_t knot, analysis::Repair repair)
{
    if (knot >= m_knots.size())
        return;
    const double x = m_knots[knot].join.x;
    const double width = std::min(1.0, analysis::widestBlend(*m_seen, x) / 2);
    take(analysis::repaired(*m_seen, {.knot = x, .repair = repair, .width = width}), tr("Repair a join"));
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
