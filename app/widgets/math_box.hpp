#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <functional>
#include <utility>
#include <vector>

#include "core/expr/source_error.hpp"

namespace actlab::widgets {

enum class MathFace { Upright, Italic };

/// What a run of glyphs covers: from its origin to the right, above and below its baseline.
struct MathExtent {
    double width = 0, ascent = 0, descent = 0;
};

/// Measures glyphs of a face in a size of `em` pixels. The layout knows fonts by this alone.
using MathMeasure = std::function<MathExtent(const QString& glyphs, MathFace face, double em)>;

struct MathGlyphs {
    QPointF origin;  ///< left end of the baseline
    QString glyphs;
    MathFace face = MathFace::Upright;
    double em = 0;
};

/// What is drawn and has no glyph, because it grows with what it holds.
struct MathShape {
    enum class Kind { Rule, Parentheses, Bars, Floor, Ceiling, Brackets, Brace, Root };
    Kind kind = Kind::Rule;
    QRectF rect;    ///< a pair of fences: from the left one to the right one
    double em = 0;  ///< of the type around it: how thick its lines are
};

/// Where a part of the formula stands.
struct MathPart {
    QRectF rect;
    expr::Span span;  ///< of the part in the text
};

/// A piece of set mathematics. Its origin is the left end of its baseline; y grows downwards.
struct MathBox {
    double width = 0, ascent = 0, descent = 0;
    std::vector<MathGlyphs> glyphs{};
    std::vector<MathShape> shapes{};
    std::vector<MathPart> parts{};  ///< a part comes before those that hold it

    double height() const { return ascent + descent; }
    QRectF rect() const { return {0, -ascent, width, height()}; }
    /// Adds `box` with its origin at `place` and grows to hold it.
    void add(MathBox box, QPointF place);
    void append(MathBox box) { add(std::move(box), {width, 0}); }
    void space(double pixels) { width += pixels; }
};

/// Width of one fence in a pair, and how much of it stays white.
double fenceWidth(double em);
/// The box between two fences as high as it.
MathBox fenced(MathShape::Kind kind, MathBox inner, double em);
/// One above the other with a line between them, which lies on the axis of the type around.
MathBox fraction(MathBox above, MathBox below, double em);
/// Under a root sign, with the degree in its elbow where there is one.
MathBox rooted(MathBox inner, MathBox degree, double em);
/// Rows of two columns, centred on the axis, behind a brace.
MathBox casesOf(std::vector<std::pair<MathBox, MathBox>> rows, double em);
MathBox raised(MathBox base, MathBox exponent, double em);
MathBox lowered(MathBox base, MathBox index, double em);

}  // namespace actlab::widgets
