#include "app/widgets/quick_graph.hpp"

#include <cmath>

namespace actlab::widgets {

namespace {

bool isSeen(const QPointF& point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// Where in the pattern of a pen a line is: strokes and gaps take turns.
class DashPattern {
public:
    explicit DashPattern(const QPen& pen) : m_lengths(pen.dashPattern())
    {
        for (qreal& length : m_lengths)
            length = std::max(length * pen.widthF(), kFinest);
        begin();
    }

    void begin()
    {
        m_part = 0;
        m_left = m_lengths[0];
    }
    bool isStroke() const { return m_part % 2 == 0; }
    qreal left() const { return m_left; }  ///< of the stroke or gap
    void advance(qreal length)
    {
        m_left -= length;
        if (m_left < kRounding)
            m_left = m_lengths[m_part = (m_part + 1) % m_lengths.size()];
    }

private:
    static constexpr qreal kFinest = 0.1, kRounding = 1e-6;  // pixels
    QList<qreal> m_lengths;
    qsizetype m_part = 0;
    qreal m_left = 0;
};

void appendDashes(QVector<QLineF>& strokes, const QLineF& segment, DashPattern& pattern)
{
    const qreal length = segment.length();
    for (qreal at = 0; at < length;) {
        const qreal end = std::min(length, at + pattern.left());
        if (pattern.isStroke())
            strokes.emplace_back(segment.pointAt(at / length), segment.pointAt(end / length));
        pattern.advance(end - at);
        at = end;
    }
}

}  // namespace

QVector<QLineF> strokesAlong(const QVector<QPointF>& points, const QPen& pen)
{
    QVector<QLineF> strokes;
    const bool isDashed = pen.style() != Qt::SolidLine && !pen.dashPattern().isEmpty();
    std::optional<DashPattern> pattern;
    if (isDashed)
        pattern.emplace(pen);
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QLineF segment(points[i - 1], points[i]);
        if (!isSeen(segment.p1()) || !isSeen(segment.p2())) {
            if (pattern)
                pattern->begin();
        } else if (pattern) {
            appendDashes(strokes, segment, *pattern);
        } else {
            strokes.push_back(segment);
        }
    }
    return strokes;
}

void QuickGraph::drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const
{
    const QPen pen = painter->pen();
    if (painter->modes().testFlag(QCPPainter::pmVectorized) || pen.style() == Qt::NoPen)
        return QCPGraph::drawLinePlot(painter, lines);
    // Square ends close the corners between the segments of an opaque line.
    QPen stroke(pen.brush(), pen.widthF());
    stroke.setCapStyle(pen.style() == Qt::SolidLine && pen.color().alpha() == 255 ? Qt::SquareCap : Qt::FlatCap);
    applyDefaultAntialiasingHint(painter);
    painter->setPen(stroke);
    painter->drawLines(strokesAlong(lines, pen));
    painter->setPen(pen);
}

}  // namespace actlab::widgets
