#pragma once

#include "app/widgets/curve_plot.hpp"
#include "app/widgets/theme.hpp"

class QCustomPlot;
class QCPGraph;
class QCPItemRect;

namespace actlab::widgets {

/// The curves themselves with the dots at their jumps and kinks, and the legend's entries.
class CurveLayer {
public:
    explicit CurveLayer(QCustomPlot& plot);

    void draw(const std::vector<PlottedCurve>& curves, const Theme& theme, double scale);
    /// Moves the legend to a corner where fewest curves run; it stays where nothing covers it.
    void placeLegend();

private:
    enum class Dots { None, Closed, Open, Kink };
    QCPGraph& nextGraph();
    void drawCurve(const PlottedCurve& curve, const Theme& theme, double scale);
    void drawTrueSlope(const PlottedCurve& curve, const QColor& colour, double scale);
    /// A hatched strip along the bottom where the gradient used is not the derivative.
    void drawDifference(const PlottedCurve& curve, const QColor& colour);
    void drawLine(const analysis::Curve& line, const QPen& pen);
    void drawDots(const std::vector<QPointF>& points, Dots dots, const QColor& colour, const Theme& theme,
                  double scale);
    void hideUnusedGraphs();
    void fillLegend(const std::vector<PlottedCurve>& curves, const Theme& theme, double scale);
    void addLegendEntry(const QString& name, const QPen& pen);
    int curvePixelsUnderLegendAt(Qt::Alignment corner) const;

    QCustomPlot& m_plot;
    std::vector<QCPGraph*> m_graphs;        ///< reused from one drawing to the next
    std::size_t m_used = 0, m_lasting = 0;  ///< of them; the guests come last
    std::vector<QCPGraph*> m_legendSamples;
    std::vector<QCPItemRect*> m_strips;
};

}  // namespace actlab::widgets
