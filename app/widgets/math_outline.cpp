#include "app/widgets/math_outline.hpp"

#include <QFont>
#include <QFontMetricsF>
#include <QPainterPathStroker>
#include <QTransform>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr int kMaster = 64;  // px; glyphs are measured and drawn in this size and scaled, so that nothing is rounded
constexpr double kSignLine = 0.06;

QFont fontOf(MathFace face)
{
    QFont font(QStringLiteral("DejaVu Serif"));
    font.setStyleHint(QFont::Serif);
    font.setPixelSize(kMaster);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setItalic(face == MathFace::Italic);
    return font;
}

void addStroke(QPainterPath& all, const QPainterPath& line, double width)
{
    QPainterPathStroker pen;
    pen.setWidth(width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    all.addPath(pen.createStroke(line));
}

/// Left ones; the right ones are these in a mirror.
QPainterPath fence(MathShape::Kind kind, QRectF r)
{
    using Kind = MathShape::Kind;
    QPainterPath line;
    if (kind == Kind::Parentheses) {
        line.moveTo(r.right(), r.top());
        line.cubicTo(r.left(), r.top() + 0.3 * r.height(), r.left(), r.bottom() - 0.3 * r.height(), r.right(),
                     r.bottom());
        return line;
    }
    const bool isBar = kind == Kind::Bars;
    const double x = isBar ? r.center().x() : r.left();
    const bool hasRoof = kind == Kind::Ceiling || kind == Kind::Brackets;
    const bool hasFloor = kind == Kind::Floor || kind == Kind::Brackets;
    line.moveTo(hasRoof ? r.right() : x, r.top());
    line.lineTo(x, r.top());
    line.lineTo(x, r.bottom());
    line.lineTo(hasFloor ? r.right() : x, r.bottom());
    return line;
}

void addFences(QPainterPath& all, const MathShape& shape)
{
    const double side = fenceWidth(shape.em), inset = 0.06 * shape.em;
    const QRectF left(shape.rect.left() + inset, shape.rect.top() + inset, side - 2.4 * inset,
                      shape.rect.height() - 2 * inset);
    const QPainterPath line = fence(shape.kind, left);
    const QTransform mirror(-1, 0, 0, 1, 2 * shape.rect.center().x(), 0);
    addStroke(all, line, kSignLine * shape.em);
    addStroke(all, mirror.map(line), kSignLine * shape.em);
}

void addBrace(QPainterPath& all, const MathShape& shape)
{
    const QRectF r = shape.rect.adjusted(0, 0.04 * shape.em, 0, -0.04 * shape.em);
    const double stem = r.center().x(), bend = std::min(0.5 * shape.em, r.height() / 4), y = r.center().y();
    QPainterPath line({r.right(), r.top()});
    line.quadTo(stem, r.top(), stem, r.top() + bend);
    line.lineTo(stem, y - bend);
    line.quadTo(stem, y, r.left(), y);
    line.quadTo(stem, y, stem, y + bend);
    line.lineTo(stem, r.bottom() - bend);
    line.quadTo(stem, r.bottom(), r.right(), r.bottom());
    addStroke(all, line, 1.2 * kSignLine * shape.em);
}

void addRoot(QPainterPath& all, const MathShape& shape)
{
    const QRectF r = shape.rect;
    const double em = shape.em, middle = r.bottom() - std::min(0.55 * r.height(), 0.6 * em);
    QPainterPath hook({r.left() + 0.04 * em, middle + 0.08 * em});
    hook.lineTo(r.left() + 0.15 * em, middle);
    QPainterPath down({r.left() + 0.15 * em, middle});
    down.lineTo(r.left() + 0.33 * em, r.bottom());
    QPainterPath up({r.left() + 0.33 * em, r.bottom()});
    up.lineTo(r.left() + 0.56 * em, r.top() + kSignLine * em / 2);
    up.lineTo(r.right(), r.top() + kSignLine * em / 2);
    addStroke(all, hook, kSignLine * em);
    addStroke(all, down, 1.8 * kSignLine * em);
    addStroke(all, up, kSignLine * em);
}

void addShape(QPainterPath& all, const MathShape& shape)
{
    switch (shape.kind) {
    case MathShape::Kind::Rule: return all.addRect(shape.rect);
    case MathShape::Kind::Brace: return addBrace(all, shape);
    case MathShape::Kind::Root: return addRoot(all, shape);
    case MathShape::Kind::Parentheses:
    case MathShape::Kind::Bars:
    case MathShape::Kind::Floor:
    case MathShape::Kind::Ceiling:
    case MathShape::Kind::Brackets: return addFences(all, shape);
    }
}

}  // namespace

MathExtent mathExtent(const QString& glyphs, MathFace face, double em)
{
    constexpr double kLeastAscent = 0.5;  // so that a row of small letters is no lower than one with an x
    const QFontMetricsF metrics(fontOf(face));
    const QRectF ink = metrics.tightBoundingRect(glyphs);
    const double scale = em / kMaster;
    return {std::max(metrics.horizontalAdvance(glyphs), ink.right()) * scale,
            std::max(-ink.top() * scale, kLeastAscent * em), std::max(ink.bottom() * scale, 0.0)};
}

QPainterPath outlineOf(const MathBox& box)
{
    QPainterPath all;
    for (const MathGlyphs& run : box.glyphs) {
        QPainterPath letters;
        letters.addText({0, 0}, fontOf(run.face), run.glyphs);
        const double scale = run.em / kMaster;
        all.addPath(QTransform(scale, 0, 0, scale, run.origin.x(), run.origin.y()).map(letters));
    }
    for (const MathShape& shape : box.shapes)
        addShape(all, shape);
    all.setFillRule(Qt::WindingFill);
    return all;
}

}  // namespace actlab::widgets
