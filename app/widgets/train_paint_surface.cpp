#include "app/widgets/train_paint_surface.hpp"

#include "app/widgets/theme.hpp"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace actlab::widgets {

TrainPaintSurface::TrainPaintSurface(QWidget* parent) : QWidget(parent)
{
    setObjectName("paint-surface");
    setAccessibleName(tr("Canvas of the points"));
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    setContextMenuPolicy(Qt::PreventContextMenu);  // the right button erases
}

void TrainPaintSurface::setBrush(const data::Brush& brush, const QColor& colour)
{
    m_brush = brush;
    m_colour = colour;
    update();
}

void TrainPaintSurface::setInviting(bool invites)
{
    m_invites = invites;
    update();
}

void TrainPaintSurface::mousePressEvent(QMouseEvent* event)
{
    const bool isOfBrush = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    if (m_held != Qt::NoButton || !isOfBrush)
        return;
    m_held = event->button();
    data::Brush brush = m_brush;
    brush.erases = brush.erases || m_held == Qt::RightButton;
    Q_EMIT begun(brush, placeOf(event->position()));
    update();
}

void TrainPaintSurface::mouseMoveEvent(QMouseEvent* event)
{
    m_cursor = event->position();
    if (m_held != Qt::NoButton)
        Q_EMIT moved(placeOf(event->position()));
    update();
}

void TrainPaintSurface::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == m_held)
        finish();
}

void TrainPaintSurface::leaveEvent(QEvent* event)
{
    m_cursor.reset();
    update();
    QWidget::leaveEvent(event);
}

/// A stroke ends with what it was painted on, and no release may come.
void TrainPaintSurface::hideEvent(QHideEvent* event)
{
    finish();
    QWidget::hideEvent(event);
}

void TrainPaintSurface::finish()
{
    if (m_held == Qt::NoButton)
        return;
    m_held = Qt::NoButton;
    Q_EMIT ended();
    update();
}

data::Place TrainPaintSurface::placeOf(QPointF pixel) const
{
    return {(2 * pixel.x() / width() - 1) * data::kPlaneReach, (1 - 2 * pixel.y() / height()) * data::kPlaneReach};
}

void TrainPaintSurface::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_invites && m_held == Qt::NoButton)
        paintInvitation(painter);
    if (m_cursor)
        paintBrush(painter);
}

void TrainPaintSurface::paintInvitation(QPainter& painter)
{
    painter.setPen(themeOf(palette()).mutedText);
    painter.drawText(rect().adjusted(kSpace, kSpace, -kSpace, -kSpace), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Press and drag to paint points of one class,\nthen choose another class above and paint "
                        "its points.\nThe right button erases."));
}

void TrainPaintSurface::paintBrush(QPainter& painter)
{
    constexpr double kPointRadius = 4;  // that of one point
    const Theme theme = themeOf(palette());
    data::Brush brush = m_brush;
    brush.erases = brush.erases || m_held == Qt::RightButton;
    const double radius = std::max(kPointRadius, brush.reach() / (2 * data::kPlaneReach) * width());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(brush.erases ? QPen(theme.text, 1.5, Qt::DashLine) : QPen(m_colour, 2));
    painter.drawEllipse(*m_cursor, radius, radius);
}

}  // namespace actlab::widgets
