#pragma once

#include "app/widgets/curve_plot.hpp"
#include "app/widgets/theme.hpp"

class QCPGraph;
class QCPItemRect;
class QCPItemStraightLine;
class QCustomPlot;

namespace actlab::widgets {

/// Stripes behind the curves and handles above them.
class PlotMarks {
public:
    explicit PlotMarks(QCustomPlot& plot);

    void drawBands(const std::vector<Band>& bands, const Theme& theme);
    void drawHandles(const std::vector<Handle>& handles, const Theme& theme, double scale);
    /// The handle under this pixel, the nearest of them; -1 where there is none.
    int handleAt(QPointF pixel) const;

private:
    QCustomPlot& m_plot;
    std::vector<Handle> m_handles;
    std::vector<QCPItemRect*> m_bands;
    std::vector<QCPItemStraightLine*> m_lines;
    std::vector<QCPGraph*> m_dots;
};

}  // namespace actlab::widgets
