#pragma once

#include <QColor>
#include <QWidget>
#include <optional>

#include "core/data/stroke.hpp"

namespace actlab::widgets {

/// Lies over the plane and takes the mouse: strokes of the brush with the left button, of the eraser with the right
/// one. Shows the brush under the cursor and, while nothing is painted, how to begin. By keyboard the arrows move the
/// cursor, Space or Enter sets a point, and Delete erases.
class TrainPaintSurface : public QWidget {
    Q_OBJECT

public:
    explicit TrainPaintSurface(QWidget* parent = nullptr);

    void setBrush(const data::Brush& brush, const QColor& colour);
    void setInviting(bool invites);

Q_SIGNALS:
    void begun(const actlab::data::Brush& brush, actlab::data::Place place);
    void moved(actlab::data::Place place);
    void ended();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    data::Place placeOf(QPointF pixel) const;
    void finish();
    bool takeKey(const QKeyEvent& key, bool acts);
    void moveCursor(QPointF by);
    void dab(bool erases);
    void paintInvitation(QPainter& painter);
    void paintBrush(QPainter& painter);
    void paintCross(QPainter& painter);

    data::Brush m_brush;
    QColor m_colour;
    bool m_invites = false;
    Qt::MouseButton m_held = Qt::NoButton;  ///< of the stroke that is under way
    std::optional<QPointF> m_cursor;        ///< where the mouse is over the plane
};

}  // namespace actlab::widgets
