// The handles of a CurvePlot in the hand and under the keys.
#include "app/widgets/curve_plot.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/curve_plot_parts.hpp"
#include "app/widgets/curve_reading.hpp"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <cmath>

namespace actlab::widgets {

namespace {

/// In pixels, which count downwards.
bool deletes(int key)
{
    return key == Qt::Key_Delete || key == Qt::Key_Backspace;
}

}  // namespace

int CurvePlot::selectedHandle() const
{
    return m_parts->selected;
}

void CurvePlot::selectHandle(int index)
{
    m_parts->selected = m_parts->shows(index) ? index : -1;
    drawHandles();
    paintSoon();
}

void CurvePlot::setSplitting(bool splits)
{
    m_parts->splits = splits;
}

void CurvePlot::takeHandle(int index, QPointF pixel)
{
    m_parts->drag = HandleDrag(index, m_parts->handles[static_cast<std::size_t>(index)].position);
    m_parts->grabbedAt = pixel;
}

/// To where the drag has come. The handle may be gone: somebody undid the step that made it.
void CurvePlot::moveHandle()
{
    const HandleDrag& drag = m_parts->drag;
    const auto place = static_cast<std::size_t>(drag.handle());
    if (drag.handle() < 0 || place >= m_parts->handles.size())
        return;
    const Handle& handle = m_parts->handles[place];
    const QPointF to = toValue(toPixel(drag.from()) + drag.away());
    const auto x = handle.movesX && drag.away().x() != 0 ? std::optional(to.x()) : std::nullopt;
    const auto y = handle.movesY && drag.away().y() != 0 ? std::optional(to.y()) : std::nullopt;
    Q_EMIT handleMoved(drag.handle(), x, y);
    moveCursor();
}

void CurvePlot::cancelDrag()
{
    const int cancelled = std::exchange(m_parts->grabbed, -1);
    moveCursor();
    Q_EMIT handleDragCancelled(cancelled);
}

/// What a selected handle is asked to do; the rest is for the reading cursor.
bool CurvePlot::handleTakesKey(const QKeyEvent& key)
{
    if (m_parts->grabbed >= 0 && key.key() == Qt::Key_Escape) {
        cancelDrag();
        return true;
    }
    const int selected = m_parts->selected;
    if (selected < 0)
        return false;
    if (key.key() == Qt::Key_Escape)
        selectHandle(-1);
    else if (deletes(key.key()))
        Q_EMIT handleDeleted(selected);
    else
        return keyMovesHandle(key);
    return true;
}

bool CurvePlot::keyMovesHandle(const QKeyEvent& key)
{
    const QPointF direction = arrowDirection(key.key());
    if (direction.isNull() || m_parts->grabbed >= 0)
        return false;
    if (!std::exchange(m_parts->keysMove, true))
        takeHandle(m_parts->selected, {});
    m_parts->drag.moveBy(direction * (key.modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1));
    moveHandle();
    return true;
}

/// A key that is held is one gesture.
void CurvePlot::keyReleaseEvent(QKeyEvent* event)
{
    if (!m_parts->keysMove || event->isAutoRepeat())
        return QWidget::keyReleaseEvent(event);
    m_parts->keysMove = false;
    moveCursor();
    Q_EMIT handleReleased(m_parts->selected);
}

/// Tab walks along the handles before it leaves the plot.
bool CurvePlot::focusNextPrevChild(bool next)
{
    const int count = static_cast<int>(m_parts->handles.size()), step = next ? 1 : -1;
    int wanted = (m_parts->selected < 0 && !next ? count : m_parts->selected) + step;
    while (wanted >= 0 && wanted < count && !m_parts->shows(wanted))
        wanted += step;
    if (wanted < 0 || wanted >= count)
        return QWidget::focusNextPrevChild(next);
    selectHandle(wanted);
    return true;
}

void CurvePlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (m_parts->grabbed >= 0)
        return;
    if (std::exchange(m_parts->keysMove, false))
        Q_EMIT handleReleased(m_parts->selected);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        selectHandle(-1);
}

bool CurvePlot::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<const QKeyEvent&>(*event).key();
        const bool isCancel = key == Qt::Key_Escape && (m_parts->grabbed >= 0 || m_parts->selected >= 0);
        if (isCancel || (deletes(key) && m_parts->selected >= 0))
            event->accept();
    }
    return QWidget::event(event);
}

void CurvePlot::contextMenuEvent(QContextMenuEvent* event)
{
    const int selected = m_parts->selected;
    const QPointF middle{xView().low + xView().width() / 2, yView().low + yView().width() / 2};
    QPointF place = m_parts->pointer.value_or(toPixel(middle));
    if (selected >= 0)
        place = toPixel(m_parts->handles[static_cast<std::size_t>(selected)].position);
    if (event->reason() == QContextMenuEvent::Keyboard)
        askForMenu(place, m_parts->plot.mapToGlobal(place.toPoint()));
}

bool CurvePlot::askForMenu(QPointF pixel, QPoint globalPosition)
{
    const int under = m_parts->marks.handleAt(pixel);
    selectHandle(under);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuOpening(menu, under, toValue(pixel).x());
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(globalPosition);
    return true;
}

bool CurvePlot::doubleClicked(QPointF pixel)
{
    if (m_parts->splits && isOnCurve(pixel))
        Q_EMIT splitRequested(toValue(pixel).x());
    else if (m_parts->marks.badgeAt(pixel) < 0)
        Q_EMIT fitRequested();
    return true;
}

/// Not where a handle is: there is a border already.
bool CurvePlot::isOnCurve(QPointF pixel) const
{
    constexpr double kReach = 10;
    if (m_parts->curves.empty() || m_parts->curves.front().set.orders.empty() || m_parts->marks.handleAt(pixel) >= 0)
        return false;
    const double x = toValue(pixel).x();
    const double y = toPixel({x, interpolate(m_parts->curves.front().set.orders[0], x)}).y();
    return std::abs(y - pixel.y()) < kReach;
}

}  // namespace actlab::widgets
