#pragma once

#include <QLineF>
#include <QPen>
#include <QRectF>
#include <qcustomplot.h>

namespace actlab::widgets {

/// The strokes of a dashed line along `points`, in pixels, with the pattern of `pen`, as far as they lie within
/// `place`: however far a line goes, there are no more than can be seen. A gap begins the pattern anew. A solid pen
/// gives the line's segments.
QVector<QLineF> strokesAlong(const QVector<QPointF>& points, const QPen& pen, const QRectF& place);

/// A graph whose line is painted stroke by stroke, several times as fast as Qt dashes a long line. What is exported
/// as a drawing keeps whole lines.
class QuickGraph : public QCPGraph {
public:
    explicit QuickGraph(QCustomPlot& plot) : QCPGraph(plot.xAxis, plot.yAxis) {}

protected:
    void drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const override;
};

}  // namespace actlab::widgets
