#include "app/widgets/compose_sketch_surface.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/curve_plot.hpp"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

using analysis::Point;

constexpr double kReachOfPoint = 10;  // pixels from a point that still mean it
constexpr double kSnap = 5;           // pixels from an axis that mean zero

QPointF within(const QRectF& frame, QPointF pixel)
{
    return {std::clamp(pixel.x(), frame.left(), frame.right()), std::clamp(pixel.y(), frame.top(), frame.bottom())};
}

}  // namespace

ComposeSketchSurface::ComposeSketchSurface(models::ComposeSketch& sketch, CurvePlot& plot)
    : QWidget(&plot.surface()), m_sketch(sketch), m_plot(plot)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Drawing sheet over the plot"));
    setAccessibleDescription(
        tr("Tab walks along the points, Insert sets one, the arrow keys move it, Delete removes it."));
    plot.surface().installEventFilter(this);
    connect(&sketch, &models::ComposeSketch::changed, this, &ComposeSketchSurface::follow);
    follow();
}

void ComposeSketchSurface::follow()
{
    const auto count = static_cast<int>(m_sketch.drawing().points.size());
    m_selected = m_selected < count ? m_selected : -1;
    m_grabbed = m_grabbed < count ? m_grabbed : -1;
    const bool toggles = m_sketch.isOpen() == isHidden();
    setGeometry(m_plot.surface().rect());
    if (toggles && !m_sketch.isOpen())
        m_plot.setFocus(Qt::OtherFocusReason);
    setVisible(m_sketch.isOpen());
    if (toggles && m_sketch.isOpen())
        setFocus(Qt::OtherFocusReason);
    update();
}

bool ComposeSketchSurface::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(m_plot.surface().rect());
    return QWidget::eventFilter(watched, event);
}

int ComposeSketchSurface::selectedPoint() const
{
    return m_selected;
}

bool ComposeSketchSurface::isPointwise() const
{
    return m_sketch.drawing().hand == models::SketchDrawing::Hand::Points;
}

QRectF ComposeSketchSurface::frame() const
{
    const analysis::Interval x = m_plot.xView(), y = m_plot.yView();
    return {m_plot.toPixel({x.low, y.high}), m_plot.toPixel({x.high, y.low})};
}

QPointF ComposeSketchSurface::pixelOf(const Point& point) const
{
    return m_plot.toPixel({point.x, point.y});
}

Point ComposeSketchSurface::pointAt(QPointF pixel) const
{
    const QPointF value = m_plot.toValue(pixel);
    return {value.x(), value.y()};
}

/// What is set beside an axis is meant to lie on it.
Point ComposeSketchSurface::snapped(QPointF pixel) const
{
    const QPointF inside = within(frame(), pixel), origin = m_plot.toPixel({0, 0});
    const Point point = pointAt(inside);
    return {std::abs(inside.x() - origin.x()) < kSnap ? 0 : point.x,
            std::abs(inside.y() - origin.y()) < kSnap ? 0 : point.y};
}

int ComposeSketchSurface::pointNear(QPointF pixel) const
{
    const auto& points = m_sketch.drawing().points;
    const auto away = [&](const Point& p) { return QLineF(pixelOf(p), pixel).length(); };
    const auto nearest = std::ranges::min_element(points, {}, away);
    const bool isNear = nearest != points.end() && away(*nearest) < kReachOfPoint;
    return isNear ? static_cast<int>(nearest - points.begin()) : -1;
}

void ComposeSketchSurface::select(int point)
{
    m_selected = point;
    update();
}

void ComposeSketchSurface::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton) {
        m_panFrom = event->position();
        setCursor(Qt::ClosedHandCursor);
    }
    if (event->button() != Qt::LeftButton || !frame().contains(event->position()))
        return;
    if (isPointwise())
        grabOrSet(event->position());
    else
        m_sketch.begin(pointAt(event->position()));
    update();
}

void ComposeSketchSurface::grabOrSet(QPointF pixel)
{
    m_grabbed = pointNear(pixel);
    if (m_grabbed < 0)
        m_grabbed = static_cast<int>(m_sketch.addPoint(snapped(pixel)));
    select(m_grabbed);
}

void ComposeSketchSurface::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_panFrom)
        pan(at - *std::exchange(m_panFrom, at));
    else if (m_grabbed >= 0)
        m_sketch.movePoint(static_cast<std::size_t>(m_grabbed), snapped(at));
    else if (m_sketch.isStroking())
        drawTo(at);
    else
        setCursor(isPointwise() && pointNear(at) >= 0 ? Qt::SizeAllCursor : Qt::CrossCursor);
}

void ComposeSketchSurface::pan(QPointF pixels)
{
    const QPointF by = m_plot.toValue({0, 0}) - m_plot.toValue(pixels);
    const analysis::Interval x = m_plot.xView(), y = m_plot.yView();
    m_plot.setView({x.low + by.x(), x.high + by.x()}, {y.low + by.y(), y.high + by.y()});
    Q_EMIT m_plot.viewChanged(m_plot.xView(), m_plot.yView());  // a person moved it
}

/// Beyond the axes there is nothing to draw on.
void ComposeSketchSurface::drawTo(QPointF pixel)
{
    if (!frame().contains(pixel))
        return;
    const QPointF from = pixelOf(m_sketch.stroke().back());
    m_sketch.extend(pointAt(pixel));
    update(m_ink.extend(from, pixel));
}

void ComposeSketchSurface::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton) {
        m_panFrom.reset();
        setCursor(Qt::CrossCursor);
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_grabbed = -1;
    m_sketch.endMove();
    if (m_sketch.isStroking())
        m_sketch.finish();
}

/// The second press of two quick clicks is a press like any other.
void ComposeSketchSurface::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
}

void ComposeSketchSurface::contextMenuEvent(QContextMenuEvent* event)
{
    const int point = event->reason() == QContextMenuEvent::Keyboard ? m_selected : pointNear(event->pos());
    if (!isPointwise() || point < 0)
        return;
    select(point);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Remove the point"), this,
                    [this, point] { m_sketch.removePoint(static_cast<std::size_t>(point)); });
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(isByKey
                    ? mapToGlobal(pixelOf(m_sketch.drawing().points.at(static_cast<std::size_t>(point))).toPoint())
                    : event->globalPos());
}

void ComposeSketchSurface::keyPressEvent(QKeyEvent* event)
{
    const double pixels = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    if (!isPointwise() || !takesKey(event->key(), pixels))
        QWidget::keyPressEvent(event);  // + and - zoom the plot below
}

bool ComposeSketchSurface::takesKey(int key, double pixels)
{
    if (key == Qt::Key_Insert) {
        insertPoint();
        return true;
    }
    if (m_selected < 0)
        return false;
    const auto selected = static_cast<std::size_t>(m_selected);
    const QPointF direction = arrowDirection(key);
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        m_sketch.removePoint(selected);
    else if (!direction.isNull())
        m_sketch.movePoint(
            selected, pointAt(within(frame(), pixelOf(m_sketch.drawing().points[selected]) + direction * pixels)));
    else
        return false;
    return true;
}

/// Right of the selected one, half way to the edge of the plot, or in its middle.
void ComposeSketchSurface::insertPoint()
{
    const QRectF all = frame();
    QPointF at = all.center();
    if (m_selected >= 0) {
        const QPointF last = pixelOf(m_sketch.drawing().points[static_cast<std::size_t>(m_selected)]);
        at = {(last.x() + all.right()) / 2, last.y()};
    }
    select(static_cast<int>(m_sketch.addPoint(pointAt(at))));
    m_sketch.endMove();
}

/// A key that is held is one step to undo.
void ComposeSketchSurface::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat())
        m_sketch.endMove();
    QWidget::keyReleaseEvent(event);
}

void ComposeSketchSurface::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ComposeSketchSurface::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

/// Tab walks along the points before it leaves the sheet.
bool ComposeSketchSurface::focusNextPrevChild(bool next)
{
    const auto count = static_cast<int>(m_sketch.drawing().points.size());
    const int before = m_selected < 0 && !next ? count : m_selected;
    const int wanted = before + (next ? 1 : -1);
    if (wanted < 0 || wanted >= count)
        return QWidget::focusNextPrevChild(next);
    select(wanted);
    return true;
}

}  // namespace actlab::widgets
