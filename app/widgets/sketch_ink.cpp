#include "app/widgets/sketch_ink.hpp"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <iterator>
#include <utility>

namespace actlab::widgets {

void SketchInk::show(const SketchSheet& sheet, const std::vector<models::SketchLine>& lines,
                     const models::SketchLine& stroke, const ToPixel& toPixel)
{
    const bool isGivenUp = stroke.size() < std::exchange(m_strokeSize, stroke.size());
    if (sheet == m_sheet && lines == m_lines && !isGivenUp)
        return;
    m_sheet = sheet;
    m_lines = lines;
    m_picture = QPixmap(sheet.size * sheet.ratio);
    m_picture.setDevicePixelRatio(sheet.ratio);
    m_picture.fill(Qt::transparent);
    for (const models::SketchLine& line : lines)
        paint(line, toPixel);
    paint(stroke, toPixel);
}

void SketchInk::paint(const models::SketchLine& line, const ToPixel& toPixel)
{
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(m_sheet.frame);
    painter.setPen(pen());
    QPolygonF pixels;
    std::ranges::transform(line, std::back_inserter(pixels), toPixel);
    painter.drawPolyline(pixels);
}

QRect SketchInk::extend(QPointF from, QPointF to)
{
    if (m_picture.isNull())
        return {};  // nobody has seen the sheet yet
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(m_sheet.frame);
    painter.setPen(pen());
    painter.drawLine(from, to);
    const double reach = m_sheet.width + 1;
    return QRectF(from, to).normalized().adjusted(-reach, -reach, reach, reach).toAlignedRect();
}

QPen SketchInk::pen() const
{
    return {m_sheet.colour, m_sheet.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

}  // namespace actlab::widgets
