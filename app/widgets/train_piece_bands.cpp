#include "app/widgets/train_piece_bands.hpp"

#include "app/widgets/theme.hpp"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace actlab::widgets {

TrainPieceBands::TrainPieceBands(QCustomPlot& plot) : QObject(&plot), m_plot(plot), m_band(new QCPItemRect(&plot))
{
    m_band->setLayer("background");
    m_band->setPen(Qt::NoPen);
    m_band->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_band->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_band->setVisible(false);
    connect(&plot, &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
        if (event->button() == Qt::LeftButton)
            press(event->pos());
    });
    connect(&plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        m_plot.setCursor(isOver(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    });
}

void TrainPieceBands::show(const std::vector<nn::LayerUse::Piece>& pieces, std::optional<std::size_t> chosen)
{
    m_places.clear();
    for (std::size_t i = 1; i < pieces.size(); ++i)
        m_places.push_back(pieces[i].from);
    while (m_borders.size() < m_places.size()) {
        m_borders.push_back(new QCPItemStraightLine(&m_plot));
        m_borders.back()->setLayer("grid");
        m_borders.back()->setPen(m_pen);
    }
    for (std::size_t i = 0; i < m_borders.size(); ++i) {
        m_borders[i]->setVisible(i < m_places.size());
        if (i < m_places.size()) {
            m_borders[i]->point1->setCoords(m_places[i], 0);
            m_borders[i]->point2->setCoords(m_places[i], 1);
        }
    }
    m_band->setVisible(chosen && *chosen < pieces.size());
    if (!m_band->visible())
        return;
    const QCPRange seen = m_plot.xAxis->range();
    m_band->topLeft->setCoords(std::max(pieces[*chosen].from, seen.lower), 0);
    m_band->bottomRight->setCoords(std::min(pieces[*chosen].to, seen.upper), 1);
}

void TrainPieceBands::recolour(const Theme& theme)
{
    m_band->setBrush(theme.accentSoft);
    m_pen = QPen(theme.mutedText, 1, Qt::DotLine);
    for (QCPItemStraightLine* border : m_borders)
        border->setPen(m_pen);
}

bool TrainPieceBands::isOver(QPoint place) const
{
    return !m_places.empty() && m_plot.axisRect()->rect().contains(place);
}

void TrainPieceBands::press(QPoint place)
{
    if (!isOver(place))
        return;
    const double x = m_plot.xAxis->pixelToCoord(place.x());
    Q_EMIT clicked(static_cast<std::size_t>(std::ranges::upper_bound(m_places, x) - m_places.begin()));
}

}  // namespace actlab::widgets
