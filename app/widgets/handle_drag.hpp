#pragma once

#include <QPointF>
#include <cmath>
#include <optional>

namespace actlab::widgets {

/// How far a handle has gone since a hand or a key took it, in pixels. A coordinate stays exactly what it was until
/// the hand clearly means it: nobody draws a level line freehand.
class HandleDrag {
public:
    HandleDrag() = default;
    HandleDrag(int handle, QPointF from) : m_handle(handle), m_from(from) {}

    int handle() const { return m_handle; }  ///< -1: none is taken
    QPointF from() const { return m_from; }  ///< its value when it was taken
    QPointF away() const { return m_away; }  ///< in pixels, along the axes that are meant

    /// By hand; `onlyOneAxis`: the one along which it went further.
    void moveTo(QPointF away, bool onlyOneAxis)
    {
        constexpr double kHold = 6, kSlant = 4;
        const double x = std::abs(away.x()), y = std::abs(away.y());
        m_meansX = m_meansX || (x >= kHold && kSlant * x >= y);
        m_meansY = m_meansY || (y >= kHold && kSlant * y >= x);
        const bool isBack = x < kHold && y < kHold;
        const bool goesX = !isBack && m_meansX && (!onlyOneAxis || x >= y);
        const bool goesY = !isBack && m_meansY && (!onlyOneAxis || y > x);
        m_away = {goesX ? away.x() : 0, goesY ? away.y() : 0};
    }
    /// By a key.
    void moveBy(QPointF step) { m_away += step; }

private:
    int m_handle = -1;
    QPointF m_from, m_away;
    bool m_meansX = false, m_meansY = false;
};

}  // namespace actlab::widgets
