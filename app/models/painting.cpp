#include "app/models/painting.hpp"

namespace actlab::models {

void Painting::begin(const data::Brush& brush, data::Place place)
{
    m_workspace.endGesture();
    m_step = brush.erases ? tr("Erase points") : tr("Paint points");
    m_stroke.emplace(m_workspace.document().training.data.points, brush, place);
    take();
}

void Painting::moveTo(data::Place place)
{
    if (!m_stroke)
        return;
    m_stroke->moveTo(place);
    take();
}

void Painting::end()
{
    m_stroke.reset();
    m_workspace.endGesture();
}

void Painting::clear()
{
    set(tr("Clear the points"), {});
}

void Painting::take()
{
    set(m_step, m_stroke->points(), QStringLiteral("train-paint"));
}

/// A stroke that hits nothing is no step.
void Painting::set(const QString& text, const std::vector<data::PaintedPoint>& points, const QString& gesture)
{
    if (points == m_workspace.document().training.data.points)
        return;
    m_workspace.edit(
        text, [&points](workspace::Document& document) { document.training.data.points = points; }, gesture);
}

}  // namespace actlab::models
