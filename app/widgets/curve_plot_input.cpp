// What the mouse and the keys do to a CurvePlot.
#include "app/widgets/curve_plot.hpp"

#include "app/widgets/curve_plot_parts.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <cmath>
#include <limits>

namespace actlab::widgets {

namespace {

constexpr double kSnapPixels = 5;
constexpr double kZoomStep = 0.85;

/// The curve the pointer means: the one whose f runs nearest to it.
const PlottedCurve* nearestCurve(const std::vector<PlottedCurve>& curves, QPointF pointed)
{
    const PlottedCurve* nearest = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const auto& curve : curves) {
        if (curve.set.orders.empty())
            continue;
        const double away = std::abs(interpolate(curve.set.orders[0], pointed.x()) - pointed.y());
        if (nearest == nullptr || away < least) {
            nearest = &curve;
            least = std::isnan(away) ? least : away;
        }
    }
    return nearest;
}

Qt::CursorShape shapeOver(const std::vector<Handle>& handles, int index)
{
    if (index < 0)
        return Qt::CrossCursor;
    const Handle& handle = handles[static_cast<std::size_t>(index)];
    if (handle.movesX && handle.movesY)
        return Qt::SizeAllCursor;
    if (handle.movesX || handle.movesY)
        return handle.movesX ? Qt::SizeHorCursor : Qt::SizeVerCursor;
    return Qt::ForbiddenCursor;
}

}  // namespace

bool CurvePlot::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseMove: return mouseMoved(static_cast<const QMouseEvent&>(*event));
    case QEvent::MouseButtonPress: return mousePressed(static_cast<const QMouseEvent&>(*event));
    case QEvent::MouseButtonRelease: return mouseReleased();
    case QEvent::MouseButtonDblClick: return doubleClicked(static_cast<const QMouseEvent&>(*event).position());
    case QEvent::ContextMenu: {
        const auto& asked = static_cast<const QContextMenuEvent&>(*event);
        return askForMenu(asked.pos(), asked.globalPos());
    }
    case QEvent::Wheel: chooseZoomedAxes(static_cast<const QWheelEvent&>(*event).modifiers()); return false;
    case QEvent::Leave: setCursorAt(std::nullopt); return false;
    default: return QWidget::eventFilter(watched, event);
    }
}

bool CurvePlot::mouseMoved(const QMouseEvent& event)
{
    if (m_parts->grabbed >= 0) {
        m_parts->drag.moveTo(event.position() - m_parts->grabbedAt, event.modifiers().testFlag(Qt::ShiftModifier));
        moveHandle();
        return true;
    }
    const int badge = m_parts->marks.badgeAt(event.position());
    m_parts->plot.setToolTip(badge < 0 ? QString() : m_parts->badges[static_cast<std::size_t>(badge)].tip);
    const bool pans = event.buttons().testFlag(Qt::LeftButton);
    m_parts->plot.setCursor(pans         ? Qt::ClosedHandCursor
                            : badge >= 0 ? Qt::PointingHandCursor
                                         : shapeOver(m_parts->handles, m_parts->marks.handleAt(event.position())));
    m_parts->pointer = pans || badge >= 0 ? std::nullopt : std::optional(event.position());
    moveCursor();
    return false;
}

bool CurvePlot::mousePressed(const QMouseEvent& event)
{
    setFocus(Qt::MouseFocusReason);
    if (event.button() != Qt::LeftButton)
        return m_parts->grabbed >= 0;
    if (const int badge = m_parts->marks.badgeAt(event.position()); badge >= 0) {
        Q_EMIT badgeClicked(badge, event.globalPosition().toPoint());
        return true;
    }
    m_parts->grabbed = m_parts->marks.handleAt(event.position());
    selectHandle(m_parts->grabbed);
    if (m_parts->grabbed >= 0) {
        takeHandle(m_parts->grabbed, event.position());
        m_parts->pointer.reset();
        moveCursor();
    }
    return m_parts->grabbed >= 0;
}

bool CurvePlot::mouseReleased()
{
    const int released = std::exchange(m_parts->grabbed, -1);
    if (released < 0) {
        QMetaObject::invokeMethod(
            this, [this] { redraw(); }, Qt::QueuedConnection);  // a pan may end: place the legend
        return false;
    }
    Q_EMIT handleReleased(released);
    return true;
}

void CurvePlot::chooseZoomedAxes(Qt::KeyboardModifiers modifiers)
{
    Qt::Orientations axes = Qt::Horizontal | Qt::Vertical;
    if (modifiers.testFlag(Qt::ControlModifier))
        axes = Qt::Horizontal;
    else if (modifiers.testFlag(Qt::ShiftModifier))
        axes = Qt::Vertical;
    m_parts->plot.axisRect()->setRangeZoom(axes);
    m_parts->plot.axisRect()->setRangeZoomFactor(kZoomStep);
}

void CurvePlot::setCursorAt(std::optional<double> x)
{
    m_parts->pointer.reset();
    if (x && !m_parts->curves.empty() && !m_parts->curves.front().set.orders.empty())
        m_parts->pointer = toPixel({*x, interpolate(m_parts->curves.front().set.orders[0], *x)});
    moveCursor();
}

void CurvePlot::moveCursor()
{
    const bool wasVisible = m_parts->cursor.isVisible();
    placeCursor();
    if (!m_parts->paintsSoon && (wasVisible || m_parts->cursor.isVisible()))
        m_parts->plot.layer(QStringLiteral("overlay"))->replot();
}

void CurvePlot::placeCursor()
{
    const int moving = m_parts->grabbed >= 0 ? m_parts->grabbed : m_parts->keysMove ? m_parts->selected : -1;
    if (moving >= 0) {
        const Handle& handle = m_parts->handles[static_cast<std::size_t>(moving)];
        if (handle.isSeen())
            m_parts->cursor.showText(handle.reading, toPixel(handle.position));
        return;
    }
    const auto& pointer = m_parts->pointer;
    const bool inside = pointer && m_parts->plot.axisRect()->rect().contains(pointer->toPoint());
    const PlottedCurve* curve = inside ? nearestCurve(m_parts->curves, toValue(*pointer)) : nullptr;
    if (curve == nullptr) {
        if (m_parts->cursor.isVisible())
            m_parts->cursor.hide();
        return;
    }
    const double snap = kSnapPixels * xView().width() / plotWidth();
    const Reading reading = readCurve(curve->set, toValue(*pointer).x(), snap);
    m_parts->cursor.showOn(*curve, reading, themeOf(palette()), lineScale(font()));
}

void CurvePlot::zoom(double factor)
{
    const QPointF middle{(xView().low + xView().high) / 2, (yView().low + yView().high) / 2};
    m_parts->plot.xAxis->scaleRange(factor, middle.x());
    m_parts->plot.yAxis->scaleRange(factor, middle.y());
}

void CurvePlot::keyPressEvent(QKeyEvent* event)
{
    if (handleTakesKey(*event))
        return;
    const double step = xView().width() / plotWidth() * (event->modifiers().testFlag(Qt::ShiftModifier) ? 20 : 4);
    const QPointF middle{xView().low + xView().width() / 2, 0};
    const double x = toValue(m_parts->pointer.value_or(toPixel(middle))).x();
    switch (event->key()) {
    case Qt::Key_Left: setCursorAt(x - step); return;
    case Qt::Key_Right: setCursorAt(x + step); return;
    case Qt::Key_Plus: zoom(kZoomStep); return;
    case Qt::Key_Minus: zoom(1 / kZoomStep); return;
    case Qt::Key_0: Q_EMIT fitRequested(); return;
    case Qt::Key_Escape: setCursorAt(std::nullopt); [[fallthrough]];
    default: QWidget::keyPressEvent(event);
    }
}

}  // namespace actlab::widgets
