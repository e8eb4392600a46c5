#pragma once

#include "app/widgets/curve_plot.hpp"
#include "app/widgets/theme.hpp"

#include <QRectF>

class QCPGraph;
class QCPItemRect;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace actlab::widgets {

/// Stripes behind the curves, handles above them, badges along the top.
class PlotMarks {
public:
    explicit PlotMarks(QCustomPlot& plot);

    void drawBands(const std::vector<Band>& bands, const Theme& theme);
    /// The selected one has a ring; -1: none is.
    void drawHandles(const std::vector<Handle>& handles, int selected, const Theme& theme, double scale);
    void drawBadges(const std::vector<Badge>& badges, const Theme& theme, const QFont& font);
    /// The handle under this pixel, the nearest of them; -1 where there is none.
    int handleAt(QPointF pixel) const;
    int badgeAt(QPointF pixel) const;  ///< likewise

private:
    QCustomPlot& m_plot;
    std::vector<Handle> m_handles;
    std::vector<QCPItemRect*> m_bands;
    std::vector<QCPItemStraightLine*> m_lines;
    std::vector<QCPGraph*> m_dots;
    std::vector<QCPItemText*> m_badges;
};

}  // namespace actlab::widgets
