#include "app/widgets/plot_marks.hpp"

#include <algorithm>
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

/// Opaque: to fill a whole plot with what shines through takes the painter ten times as long.
QColor mixed(const QColor& ground, const QColor& colour, double share)
{
    const auto between = [share](float from, float to) {
        return static_cast<float>((1 - share) * from + share * to);
    };
    return QColor::fromRgbF(between(ground.redF(), colour.redF()), between(ground.greenF(), colour.greenF()),
                            between(ground.blueF(), colour.blueF()));
}

QBrush brushOf(const Band& band, const Theme& theme)
{
    if (band.kind == Band::Kind::Reign) {
        return mixed(theme.surface, curveColour(band.colour, theme), theme.dark ? 0.16 : 0.11);
    }
    QColor colour = band.kind == Band::Kind::Gap ? theme.error : theme.warning;
    colour.setAlphaF(0.35F);
    return {colour, band.kind == Band::Kind::Gap ? Qt::DiagCrossPattern : Qt::BDiagPattern};
}

QCPScatterStyle formOf(const Handle& handle, bool selected, const Theme& theme, double scale)
{
    constexpr double kSize = 14;
    const auto shape = handle.movesX && handle.movesY ? QCPScatterStyle::ssDiamond
                       : handle.movesX                ? QCPScatterStyle::ssCircle
                                                      : QCPScatterStyle::ssSquare;
    const QColor colour = curveColour(handle.colour, theme), edge = handle.isOpen ? colour : theme.surface;
    const QPen pen(selected ? theme.text : edge, (selected ? 2.5 : 2) * scale);
    return {shape, pen, handle.isOpen ? theme.surface : colour, (selected ? 1.2 : 1) * kSize * scale};
}

QRectF placeOf(const QCPItemText& badge)
{
    return {badge.topLeft->pixelPosition(), badge.bottomRight->pixelPosition()};
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
        rect->setAntialiased(false);
        rect->setBrush(brushOf(band, theme));
        rect->setPen(Qt::NoPen);
        placeEdge(*rect->topLeft, band.x.low, 0);
        placeEdge(*rect->bottomRight, band.x.high, 1);
        m_bands.push_back(rect);
    }
}

void PlotMarks::drawHandles(const std::vector<Handle>& handles, int selected, const Theme& theme, double scale)
{
    m_handles = handles;
    for (QCPItemStraightLine* old : m_lines)
        m_plot.removeItem(old);
    for (QCPGraph* old : m_dots)
        m_plot.removeGraph(old);
    m_lines.clear();
    m_dots.clear();
    for (const Handle& handle : handles) {
        const bool isSelected = &handle - handles.data() == selected;
        auto* line = m_lines.emplace_back(new QCPItemStraightLine(&m_plot));
        line->setLayer(QStringLiteral("behind"));
        line->setPen(QPen(theme.zeroLine, scale, Qt::DashLine));
        line->point1->setCoords(handle.position.x(), 0);
        line->point2->setCoords(handle.position.x(), 1);
        line->setVisible(handle.movesX && handle.isSeen());
        auto* dot = m_dots.emplace_back(m_plot.addGraph());
        dot->setLayer(QStringLiteral("handles"));
        dot->setLineStyle(QCPGraph::lsNone);
        dot->setScatterStyle(formOf(handle, isSelected, theme, scale));
        dot->setData({handle.position.x()}, {handle.position.y()}, true);
    }
}

/// Those that would cover the one before step down a line.
void PlotMarks::drawBadges(const std::vector<Badge>& badges, const Theme& theme, const QFont& font)
{
    for (QCPItemText* old : m_badges)
        m_plot.removeItem(old);
    m_badges.clear();
    double last = -1e9, line = 0;
    for (const Badge& badge : badges) {
        auto* item = m_badges.emplace_back(new QCPItemText(&m_plot));
        item->setLayer(QStringLiteral("handles"));
        item->setText(badge.text);
        item->setFont(font);
        item->setPadding({6, 2, 6, 2});
        item->setColor(badge.isLoud ? theme.text : theme.mutedText);
        item->setBrush(badge.isLoud ? theme.raised : theme.surface);
        item->setPen(QPen(badge.isLoud ? theme.warning : theme.border, badge.isLoud ? 1.5 : 1));
        item->setPositionAlignment(Qt::AlignTop | Qt::AlignHCenter);
        item->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        item->position->setCoords(badge.x, 0);
        const QRectF place = placeOf(*item);
        line = place.left() < last ? line + 1 : 0;
        last = place.right() + 2;
        const double height = std::max(1, m_plot.axisRect()->height());
        item->position->setCoords(badge.x, (4 + line * (place.height() + 2)) / height);
    }
}

int PlotMarks::badgeAt(QPointF pixel) const
{
    const auto found =
        std::ranges::find_if(m_badges, [=](const auto* each) { return placeOf(*each).contains(pixel); });
    return found == m_badges.end() ? -1 : static_cast<int>(found - m_badges.begin());
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
