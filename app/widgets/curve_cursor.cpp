#include "app/widgets/curve_cursor.hpp"

#include "app/widgets/number_text.hpp"

#include <QLabel>
#include <cmath>
#include <qcustomplot.h>

namespace actlab::widgets {

namespace {

QString row(const QString& name, const QString& value)
{
    return QStringLiteral("<tr><td style='padding-right:8px'>%1</td><td align='right'>%2</td></tr>").arg(name, value);
}

QString breakpointRow(const analysis::Breakpoint& point)
{
    const QString sides = QStringLiteral("%1 | %2");
    if (point.join == analysis::Join::Jump)
        return row(CurvePlot::tr("jump"), sides.arg(numberText(point.left), numberText(point.right)));
    if (point.join == analysis::Join::Kink)
        return row(CurvePlot::tr("kink f′"), sides.arg(numberText(point.leftSlope), numberText(point.rightSlope)));
    return row(CurvePlot::tr("join"), QStringLiteral("C¹"));
}

QString chipText(const PlottedCurve& curve, const Reading& reading, const QColor& colour)
{
    QString text = QStringLiteral("<b style='color:%1'>%2</b><table cellspacing='0' cellpadding='0'>")
                       .arg(colour.name(), curve.name.toHtmlEscaped());
    text += row(QStringLiteral("x"), numberText(reading.x));
    text += row(QStringLiteral("f"), numberText(reading.f));
    text += row(QStringLiteral("f′"), numberText(reading.slope));
    if (reading.breakpoint)
        text += breakpointRow(*reading.breakpoint);
    return text + QStringLiteral("</table>");
}

}  // namespace

CurveCursor::CurveCursor(QCustomPlot& plot)
    : m_plot(plot),
      m_tangent(new QCPItemLine(&plot)),
      m_drop(new QCPItemLine(&plot)),
      m_point(plot.addGraph()),
      m_chip(new QLabel(&plot))
{
    for (QCPItemLine* line : {m_drop, m_tangent})
        line->setLayer(QStringLiteral("overlay"));
    m_point->setLayer(QStringLiteral("overlay"));
    m_point->setLineStyle(QCPGraph::lsNone);
    m_chip->setObjectName(QStringLiteral("readout"));
    m_chip->setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void CurveCursor::showOn(const PlottedCurve& curve, const Reading& reading, const Theme& theme, double scale)
{
    if (!std::isfinite(reading.f)) {
        hide();
        return;
    }
    const QColor colour = curveColour(curve.colour, theme);
    m_visible = true;
    drawTangent(reading, QPen(theme.text, 1.2 * scale));
    m_drop->setPen(QPen(theme.zeroLine, scale, Qt::DotLine));
    m_drop->start->setCoords(reading.x, reading.f);
    m_drop->end->setCoords(reading.x, 0);
    m_drop->setVisible(true);
    drawPoint(reading, colour, scale);
    m_chip->setText(chipText(curve, reading, colour));
    placeChip(m_point->coordsToPixels(reading.x, reading.f));
}

void CurveCursor::showText(const QString& html, QPointF pixel)
{
    hide();
    m_visible = true;
    m_chip->setText(html);
    placeChip(pixel);
}

void CurveCursor::hide()
{
    m_visible = false;
    m_tangent->setVisible(false);
    m_drop->setVisible(false);
    m_point->setVisible(false);
    m_chip->hide();
}

void CurveCursor::drawTangent(const Reading& reading, const QPen& pen)
{
    constexpr double kHalfLength = 90;  // pixels
    m_tangent->setVisible(std::isfinite(reading.slope));
    if (!m_tangent->visible())
        return;
    const QPointF middle = m_point->coordsToPixels(reading.x, reading.f);
    QPointF along = m_point->coordsToPixels(reading.x + m_plot.xAxis->range().size() / 100,
                                            reading.f + reading.slope * m_plot.xAxis->range().size() / 100) -
                    middle;
    along *= kHalfLength / std::max(1e-9, std::hypot(along.x(), along.y()));
    m_tangent->setPen(pen);
    m_tangent->start->setType(QCPItemPosition::ptAbsolute);
    m_tangent->end->setType(QCPItemPosition::ptAbsolute);
    m_tangent->start->setPixelPosition(middle - along);
    m_tangent->end->setPixelPosition(middle + along);
}

void CurveCursor::drawPoint(const Reading& reading, const QColor& colour, double scale)
{
    m_point->setVisible(true);
    m_point->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(colour, 1), colour, 8 * scale));
    m_point->setData({reading.x}, {reading.f}, true);
}

void CurveCursor::placeChip(QPointF touched)
{
    constexpr int kAway = 2 * kSpace;
    m_chip->adjustSize();
    const QRect room = m_plot.axisRect()->rect();
    QPoint corner = touched.toPoint() + QPoint(kAway, -kAway - m_chip->height());
    if (corner.x() + m_chip->width() > room.right())
        corner.setX(qRound(touched.x()) - kAway - m_chip->width());
    if (corner.y() < room.top())
        corner.setY(qRound(touched.y()) + kAway);
    corner.setY(qBound(room.top(), corner.y(), std::max(room.top(), room.bottom() - m_chip->height())));
    m_chip->move(corner);
    m_chip->show();
}

}  // namespace actlab::widgets
