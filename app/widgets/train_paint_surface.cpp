#include "app/widgets/train_paint_surface.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr int kKeyStep = 8;  // pixels; one with Shift

}  // namespace

TrainPaintSurface::TrainPaintSurface(QWidget* parent) : QWidget(parent)
{
    setObjectName("paint-surface");
    setAccessibleName(tr("Canvas of the points"));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);  // a click leaves Space to Start and Pause
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
    if (!hasFocus())  // else it is the keyboard's
        m_cursor.reset();
    update();
    QWidget::leaveEvent(event);
}

/// The keys that mean something here are not the window's.
bool TrainPaintSurface::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && takeKey(*static_cast<QKeyEvent*>(event), false)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TrainPaintSurface::keyPressEvent(QKeyEvent* event)
{
    if (!takeKey(*event, true))
        QWidget::keyPressEvent(event);
}

/// Whether it means something here; does it where it `acts`.
bool TrainPaintSurface::takeKey(const QKeyEvent& key, bool acts)
{
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    const QPointF direction = arrowDirection(key.key());
    const bool sets = key.key() == Qt::Key_Space || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool erases = key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace;
    if (acts && !direction.isNull())
        moveCursor(direction * (key.modifiers() & Qt::ShiftModifier ? 1 : kKeyStep));
    if (acts && (sets || erases))
        dab(erases);
    return !direction.isNull() || sets || erases;
}

void TrainPaintSurface::moveCursor(QPointF by)
{
    const QPointF wanted = m_cursor.value_or(QRectF(rect()).center()) + by;
    m_cursor = {std::clamp(wanted.x(), 0.0, width() - 1.0), std::clamp(wanted.y(), 0.0, height() - 1.0)};
    update();
}

/// One point exactly under the cursor, or what the brush covers away.
void TrainPaintSurface::dab(bool erases)
{
    if (m_held != Qt::NoButton)
        return;  // the mouse's stroke goes on
    moveCursor({});
    data::Brush brush = m_brush;
    brush.erases = brush.erases || erases;
    if (!brush.erases)
        brush.radius = 0;
    Q_EMIT begun(brush, placeOf(*m_cursor));
    Q_EMIT ended();
}

void TrainPaintSurface::focusInEvent(QFocusEvent* event)
{
    moveCursor({});
    QWidget::focusInEvent(event);
}

void TrainPaintSurface::focusOutEvent(QFocusEvent* event)
{
    m_cursor.reset();
    update();
    QWidget::focusOutEvent(event);
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
    if (m_cursor && hasFocus())
        paintCross(painter);
}

void TrainPaintSurface::paintInvitation(QPainter& painter)
{
    painter.setPen(themeOf(palette()).mutedText);
    painter.drawText(rect().adjusted(kSpace, kSpace, -kSpace, -kSpace), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Press and drag to paint points of one class.\nThen take another class, above or by the keys "
                        "1 to %1.\nThe right button erases.\nBy keyboard: Tab to here, arrows, Space, Delete.")
                         .arg(data::kMostPaintedClasses));
}

/// Where the keyboard stands.
void TrainPaintSurface::paintCross(QPainter& painter)
{
    painter.setPen(QPen(themeOf(palette()).text, 1));
    painter.drawLine(*m_cursor - QPointF(kSpace, 0), *m_cursor + QPointF(kSpace, 0));
    painter.drawLine(*m_cursor - QPointF(0, kSpace), *m_cursor + QPointF(0, kSpace));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
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
