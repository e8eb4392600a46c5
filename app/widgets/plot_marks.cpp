#include "app/widgets/plot_marks.hpp"

#include <cmath>
#include <qcustomplot.h>

namespace actlab::widgets {

namespace {

/// An edge of a band: at its value, or at the side of the plot where the band has no end.
void placeEdge(QCPItemPosition& edge, double x, double side)
{
    edge.setTypeX(std::isfinite(x) ? QCPItemPosition::ptPlotCoords : QCPItemPosition::ptAxisRectRatio);
    edge.setTypeY(QCPItemPosition::ptAxisRectRatio);
    edge.setCoords(std::isfinite(x) ? x : side, side);
}

}  // namespace

PlotMarks::PlotMarks(QCustomPlot& plot) : m_plot(plot)
{
    plot.addLayer(QStringLiteral("handles"), plot.layer(QStringLiteral("dots")));
}

void PlotMarks::drawBands(const std::vector<Band>& bands, const Theme& theme)
{
    for (QCPItemRect* old : m_bands)
        m_plot.removeItem(old);
    m_bands.clear();
    for (const Band& band : bands) {
        auto* rect = new QCPItemRect(&m_plot);
        rect->setLayer(QStringLiteral("background"));
        QColor colour = curveColour(band.colour, theme);
        colour.setAlphaF(theme.dark ? 0.16F : 0.11F);
        rect->setBrush(colour);
        rect->setPen(Qt::NoPen);
        placeEdge(*rect->topLeft, band.x.low, 0);
        placeEdge(*rect->bottomRight, band.x.high, 1);
        m_bands.push_back(rect);
    }
}

void PlotMarks::drawHandles(const std::vector<Handle>& handles, const Theme& theme, double scale)
{
    m_handles = handles;
    for (QCPItemStraightLine* old : m_lines)
        m_plot.removeItem(old);
    for (QCPGraph* old : m_dots)
        m_plot.removeGraph(old);
    m_lines.clear();
    m_dots.clear();
    for (const Handle& handle : handles) {
        const QColor colour = curveColour(handle.colour, theme);
        auto* line = m_lines.emplace_back(new QCPItemStraightLine(&m_plot));
        line->setLayer(QStringLiteral("background"));
        line->setPen(QPen(theme.zeroLine, scale, Qt::DashLine));
        line->point1->setCoords(handle.position.x(), 0);
        line->point2->setCoords(handle.position.x(), 1);
        line->setVisible(handle.movesX);
        auto* dot = m_dots.emplace_back(m_plot.addGraph());
        dot->setLayer(QStringLiteral("handles"));
        dot->setLineStyle(QCPGraph::lsNone);
        dot->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.surface, 2 * scale), colour, 14 * scale));
        dot->setData({handle.position.x()}, {handle.position.y()}, true);
    }
}

int PlotMarks::handleAt(QPointF pixel) const
{
    constexpr double kReach = 12;
    int nearest = -1;
    double least = kReach;
    for (std::size_t i = 0; i < m_handles.size(); ++i) {
        const QPointF away = m_dots[i]->coordsToPixels(m_handles[i].position.x(), m_handles[i].position.y()) - pixel;
        if (const double distance = std::hypot(away.x(), away.y()); distance < least) {
            least = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

}  // namespace actlab::widgets
