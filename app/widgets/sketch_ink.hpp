#pragma once

#include <QPixmap>
#include <QPointF>
#include <functional>

#include "app/models/sketch_drawing.hpp"
#include "app/widgets/theme.hpp"
#include "core/analysis/interval.hpp"

namespace actlab::widgets {

/// Where a sheet of ink lies: everything that makes what was painted out of date.
struct SketchSheet {
    QSize size;
    double ratio = 1;  ///< of device pixels
    analysis::Interval x, y;
    QRectF frame;  ///< of the axes: ink keeps within
    QColor colour;
    double width = 1;
    bool operator==(const SketchSheet&) const = default;
};

/// What a hand drew freely, as a picture: a long stroke costs no more at each move than a short one.
class SketchInk {
public:
    using ToPixel = std::function<QPointF(const analysis::Point&)>;

    /// Paints anew where the sheet or the lines are others than before, or the stroke under way is given up.
    void show(const SketchSheet& sheet, const std::vector<models::SketchLine>& lines,
              const models::SketchLine& stroke, const ToPixel& toPixel);
    /// The stroke under way has come so far; gives the rectangle that has changed.
    QRect extend(QPointF from, QPointF to);
    const QPixmap& picture() const { return m_picture; }

private:
    void paint(const models::SketchLine& line, const ToPixel& toPixel);
    QPen pen() const;

    SketchSheet m_sheet;
    std::vector<models::SketchLine> m_lines;
    std::size_t m_strokeSize = 0;
    QPixmap m_picture;
};

}  // namespace actlab::widgets
