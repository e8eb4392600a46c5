#pragma once

#include <qcustomplot.h>

namespace actlab::widgets {

/// QCustomPlot that draws upon its background at once instead of laying a transparent picture of the plot over it for
/// every frame, and minds its overlay only while something is on it. The background is one opaque colour, "overlay" is
/// the only layer with a buffer of its own, and nobody selects by a rectangle.
class PlotSurface : public QCustomPlot {
public:
    explicit PlotSurface(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace actlab::widgets
