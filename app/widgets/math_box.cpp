#include "app/widgets/math_box.hpp"

#include <algorithm>
#include <iterator>

namespace actlab::widgets {

namespace {

// In em of the type around, near what printers of mathematics use.
constexpr double kAxis = 0.26;  // where lines of fractions and the middle of fences lie above the baseline
constexpr double kFractionLine = 0.05;
constexpr double kFractionGap = 0.16;  // between the line of a fraction and what stands above and below it
constexpr double kRootHook = 0.62;
constexpr double kBrace = 0.42;

template <class T>
void moveInto(std::vector<T>& all, std::vector<T>&& more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// From the axis to the farther end, so that fences are even above and below it.
double reachFromAxis(const MathBox& box, double em)
{
    return std::max(box.ascent - kAxis * em, box.descent + kAxis * em);
}

MathBox rule(QRectF rect, double em)
{
    MathBox box{.width = rect.right(), .ascent = -rect.top(), .descent = rect.bottom()};
    box.shapes.push_back({MathShape::Kind::Rule, rect, em});
    return box;
}

}  // namespace

void MathBox::add(MathBox box, QPointF place)
{
    for (MathGlyphs& each : box.glyphs)
        each.origin += place;
    for (MathShape& each : box.shapes)
        each.rect.translate(place);
    for (MathPart& each : box.parts)
        each.rect.translate(place);
    moveInto(glyphs, std::move(box.glyphs));
    moveInto(shapes, std::move(box.shapes));
    moveInto(parts, std::move(box.parts));
    width = std::max(width, place.x() + box.width);
    ascent = std::max(ascent, box.ascent - place.y());
    descent = std::max(descent, box.descent + place.y());
}

double fenceWidth(double em)
{
    return 0.36 * em;
}

MathBox fenced(MathShape::Kind kind, MathBox inner, double em)
{
    const double reach = reachFromAxis(inner, em) + 0.08 * em, side = fenceWidth(em);
    MathBox box{.ascent = reach + kAxis * em, .descent = reach - kAxis * em};
    box.add(std::move(inner), {side, 0});
    box.space(side);
    box.shapes.push_back({kind, box.rect(), em});
    return box;
}

MathBox fraction(MathBox above, MathBox below, double em)
{
    const double width = std::max(above.width, below.width) + 0.24 * em;
    const double top = -kAxis * em - kFractionLine * em / 2, bottom = top + kFractionLine * em;
    MathBox box = rule({0, top, width, bottom - top}, em);
    const QPointF upper((width - above.width) / 2, top - kFractionGap * em - above.descent);
    const QPointF lower((width - below.width) / 2, bottom + kFractionGap * em + below.ascent);
    box.add(std::move(above), upper);
    box.add(std::move(below), lower);
    return box;
}

MathBox rooted(MathBox inner, MathBox degree, double em)
{
    const double top = -std::max(inner.ascent, 0.7 * em) - 0.16 * em, bottom = inner.descent + 0.06 * em;
    const double left = std::max(0.0, degree.width - 0.28 * em);
    const QRectF sign(left, top, kRootHook * em + inner.width + 0.1 * em, bottom - top);
    MathBox box{.width = sign.right(), .ascent = -top + kFractionLine * em, .descent = bottom};
    box.shapes.push_back({MathShape::Kind::Root, sign, em});
    box.add(std::move(inner), {left + kRootHook * em, 0});
    if (degree.width > 0)
        box.add(std::move(degree), {0, bottom - 0.55 * sign.height()});
    return box;
}

MathBox casesOf(std::vector<std::pair<MathBox, MathBox>> rows, double em)
{
    double first = 0, y = 0;
    for (const auto& row : rows)
        first = std::max(first, row.first.width);
    MathBox table;
    for (auto& [value, condition] : rows) {
        const double ascent = std::max({value.ascent, condition.ascent, 0.75 * em});
        const double descent = std::max({value.descent, condition.descent, 0.25 * em});
        y += y > 0 ? ascent + 0.36 * em : ascent;
        table.add(std::move(value), {0, y});
        table.add(std::move(condition), {first + 1.1 * em, y});
        y += descent;
    }
    const double up = y / 2 + kAxis * em;
    MathBox box{.width = kBrace * em, .ascent = up, .descent = y - up};
    box.shapes.push_back({MathShape::Kind::Brace, box.rect(), em});
    box.add(std::move(table), {kBrace * em + 0.16 * em, -up});
    box.ascent = up, box.descent = y - up;
    return box;
}

MathBox raised(MathBox base, MathBox exponent, double em)
{
    const double up = std::max({0.36 * em, base.ascent - 0.32 * em, exponent.descent + 0.26 * em});
    const double x = base.width + 0.05 * em;
    base.add(std::move(exponent), {x, -up});
    return base;
}

MathBox lowered(MathBox base, MathBox index, double em)
{
    const double down = std::max(0.16 * em, index.ascent - 0.4 * em);
    const double x = base.width + 0.03 * em;
    base.add(std::move(index), {x, down});
    return base;
}

}  // namespace actlab::widgets
