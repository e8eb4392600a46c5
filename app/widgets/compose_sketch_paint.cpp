// What a ComposeSketchSurface looks like.
#include "app/widgets/compose_sketch_surface.hpp"

#include "app/widgets/curve_plot.hpp"

#include <QPainter>
#include <QPainterPath>

namespace actlab::widgets {

namespace {

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// The way a hand may take, across the middle of the plot, with the head of an arrow.
QPainterPath exampleWay(const QRectF& frame)
{
    const QPointF from(frame.left() + 0.3 * frame.width(), frame.top() + 0.62 * frame.height());
    const QPointF to(frame.left() + 0.7 * frame.width(), frame.top() + 0.3 * frame.height());
    const QPointF across(0.22 * frame.width(), 0);
    QPainterPath way(from);
    way.cubicTo(from + across, to - across, to);
    way.moveTo(to + QPointF(-9, -6));
    way.lineTo(to);
    way.lineTo(to + QPointF(-9, 6));
    return way;
}

}  // namespace

SketchSheet ComposeSketchSurface::sheet() const
{
    const Theme theme = themeOf(palette());
    const double scale = lineScale(m_plot.font());
    return {
        size(),   devicePixelRatioF(), m_plot.xView(), m_plot.yView(), frame(), faded(curveColour(1, theme), 0.45),
        4 * scale};
}

void ComposeSketchSurface::paintEvent(QPaintEvent* /*event*/)
{
    m_ink.show(sheet(), m_sketch.drawing().lines, m_sketch.stroke(),
               [this](const analysis::Point& p) { return pixelOf(p); });
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(QPointF(), m_ink.picture());
    paintPoints(painter);
    if (m_sketch.drawing().isEmpty() && !m_sketch.isStroking())
        paintAdvice(painter);
}

void ComposeSketchSurface::paintPoints(QPainter& painter) const
{
    const Theme theme = themeOf(palette());
    const double scale = lineScale(m_plot.font());
    const auto& points = m_sketch.drawing().points;
    painter.setClipRect(frame().adjusted(-kSpace, -kSpace, kSpace, kSpace));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool isSelected = static_cast<int>(i) == m_selected;
        painter.setPen(QPen(curveColour(1, theme), 2 * scale));
        painter.setBrush(isSelected ? curveColour(1, theme) : theme.surface);
        painter.drawEllipse(pixelOf(points[i]), 5 * scale, 5 * scale);
        if (!isSelected || !hasFocus())
            continue;
        painter.setPen(QPen(theme.accent, 1.5 * scale));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(pixelOf(points[i]), 9 * scale, 9 * scale);
    }
    painter.setClipping(false);
}

void ComposeSketchSurface::paintAdvice(QPainter& painter) const
{
    const Theme theme = themeOf(palette());
    const QRectF all = frame();
    if (!isPointwise()) {
        painter.setPen(
            QPen(faded(curveColour(1, theme), 0.5), 3 * lineScale(m_plot.font()), Qt::DashLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(exampleWay(all));
    }
    painter.setFont(scaledFont(1.25, QFont::DemiBold));
    const QRectF room = all.adjusted(2 * kSpace, 0.72 * all.height(), -2 * kSpace, -kSpace);
    constexpr int kHow = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    const QString words = m_sketch.advice();
    const QRectF place = painter.boundingRect(room, kHow, words).adjusted(-12, -8, 12, 8);
    painter.setPen(theme.border);
    painter.setBrush(faded(theme.raised, 0.92));
    painter.drawRoundedRect(place, kSpace, kSpace);
    painter.setPen(theme.text);
    painter.drawText(room, kHow, words);
}

}  // namespace actlab::widgets
