#pragma once

#include <QWidget>
#include <optional>

#include "app/models/compose_sketch.hpp"
#include "app/widgets/sketch_ink.hpp"

namespace actlab::widgets {

class CurvePlot;

/// Lies over a plot and takes the hand: a stroke is drawn freely; points are set, dragged and removed, and Tab,
/// arrows, Insert and Delete do the same. The wheel zooms the plot below as ever, and the middle button pans it.
class ComposeSketchSurface : public QWidget {
    Q_OBJECT

public:
    ComposeSketchSurface(models::ComposeSketch& sketch, CurvePlot& plot);

    int selectedPoint() const;  ///< -1 where none is

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    bool isPointwise() const;
    QRectF frame() const;
    QPointF pixelOf(const analysis::Point& point) const;
    analysis::Point pointAt(QPointF pixel) const;
    analysis::Point snapped(QPointF pixel) const;
    int pointNear(QPointF pixel) const;
    void follow();
    void grabOrSet(QPointF pixel);
    void drawTo(QPointF pixel);
    void pan(QPointF pixels);
    void select(int point);
    bool takesKey(int key, double pixels);
    void insertPoint();
    void paintPoints(QPainter& painter) const;
    void paintAdvice(QPainter& painter) const;
    SketchSheet sheet() const;

    models::ComposeSketch& m_sketch;
    CurvePlot& m_plot;
    SketchInk m_ink;
    int m_selected = -1;
    int m_grabbed = -1;  ///< the point in the hand
    std::optional<QPointF> m_panFrom;
};

}  // namespace actlab::widgets
