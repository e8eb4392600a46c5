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
            m_whole += length = std::max(length * pen.widthF(), kFinest);
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
    void skip(qreal length)
    {
        if (!std::isfinite(length))
            return begin();
        for (qreal rest = std::fmod(length, m_whole); rest > kRounding;) {
            const qreal step = std::min(rest, m_left);
            advance(step);
            rest -= step;
        }
    }

private:
    static constexpr qreal kFinest = 0.1, kRounding = 1e-6;  // pixels
    QList<qreal> m_lengths;
    qreal m_whole = 0;
    qsizetype m_part = 0;
    qreal m_left = 0;
};

/// The part of a segment within a rectangle, as shares of its length (Liang and Barsky 1984); nullopt where it
/// misses it.
std::optional<std::pair<qreal, qreal>> partWithin(const QRectF& place, const QLineF& segment)
{
    qreal from = 0, to = 1;
    const std::pair<qreal, qreal> kSides[] = {{-segment.dx(), segment.x1() - place.left()},
                                              {segment.dx(), place.right() - segment.x1()},
                                              {-segment.dy(), segment.y1() - place.top()},
                                              {segment.dy(), place.bottom() - segment.y1()}};
    for (const auto& [outwards, room] : kSides) {
        if (outwards == 0 && room < 0)
            return std::nullopt;
        if (outwards < 0)
            from = std::max(from, room / outwards);
        else if (outwards > 0)
            to = std::min(to, room / outwards);
    }
    return from <= to ? std::optional(std::pair(from, to)) : std::nullopt;
}

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

QVector<QLineF> strokesAlong(const QVector<QPointF>& points, const QPen& pen, const QRectF& place)
{
    QVector<QLineF> strokes;
    strokes.reserve(points.size());
    const bool isDashed = pen.style() != Qt::SolidLine && !pen.dashPattern().isEmpty();
    std::optional<DashPattern> pattern;
    if (isDashed)
        pattern.emplace(pen);
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QLineF segment(points[i - 1], points[i]);
        if (!isSeen(segment.p1()) || !isSeen(segment.p2())) {
            if (pattern)
                pattern->begin();
            continue;
        }
        const auto [from, to] = partWithin(place, segment).value_or(std::pair<qreal, qreal>(1, 1));
        const QLineF part(segment.pointAt(from), segment.pointAt(to));
        if (!pattern && from < to) {
            strokes.push_back(part);
        } else if (pattern) {
            pattern->skip(from * segment.length());
            if (from < to)
                appendDashes(strokes, part, *pattern);
            pattern->skip((1 - to) * segment.length());
        }
    }
    return strokes;
}

void QuickGraph::drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const
{
    const QPen pen = painter->pen();
    if (painter->modes().testFlag(QCPPainter::pmVectorized) || pen.style() == Qt::NoPen)
        return QCPGraph::drawLinePlot(painter, lines);
    constexpr qreal kMargin = 10;  // no line is wider
    // Square ends close the corners between the segments of an opaque line.
    QPen stroke(pen.brush(), pen.widthF());
    stroke.setCapStyle(pen.style() == Qt::SolidLine && pen.color().alpha() == 255 ? Qt::SquareCap : Qt::FlatCap);
    applyDefaultAntialiasingHint(painter);
    painter->setPen(stroke);
    painter->drawLines(strokesAlong(lines, pen, QRectF(clipRect()).adjusted(-kMargin, -kMargin, kMargin, kMargin)));
    painter->setPen(pen);
}

}  // namespace actlab::widgets
