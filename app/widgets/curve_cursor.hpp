#pragma once

#include "app/widgets/curve_reading.hpp"
#include "app/widgets/theme.hpp"

class QCPGraph;
class QCPItemLine;
class QCustomPlot;
class QLabel;

namespace actlab::widgets {

/// The tangent at the cursor, the point it touches, and a chip beside it that reads x, f and f′. All but the chip is
/// seen when the plot's layer "overlay" is next drawn.
class CurveCursor {
public:
    explicit CurveCursor(QCustomPlot& plot);

    void showOn(const PlottedCurve& curve, const Reading& reading, const Theme& theme, double scale);
    /// The chip alone, with this HTML, beside a pixel.
    void showText(const QString& html, QPointF pixel);
    void hide();
    bool isVisible() const { return m_visible; }

private:
    void drawTangent(const Reading& reading, const QPen& pen);
    void drawPoint(const Reading& reading, const QColor& colour, double scale);
    void placeChip(QPointF touched);

    QCustomPlot& m_plot;
    QCPItemLine* m_tangent;
    QCPItemLine* m_drop;  ///< from the point down to the x axis
    QCPGraph* m_point;
    QLabel* m_chip;
    bool m_visible = false;
};

}  // namespace actlab::widgets
