#include "core/analysis/interpolant.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace actlab::analysis {

namespace {

using Numbers = std::vector<double>;

double gapAfter(std::span<const Point> knots, std::size_t i)
{
    return knots[i + 1].x - knots[i].x;
}

double chordAfter(std::span<const Point> knots, std::size_t i)
{
    return (knots[i + 1].y - knots[i].y) / gapAfter(knots, i);
}

/// The slope of a PCHIP at an end: of the parabola through three knots, as far as the curve stays monotone.
double endSlope(double near, double far, double chord, double nextChord)
{
    const double slope = ((2 * near + far) * chord - near * nextChord) / (near + far);
    if (slope * chord <= 0)
        return 0;
    return chord * nextChord < 0 && std::abs(slope) > 3 * std::abs(chord) ? 3 * chord : slope;
}

/// The weighted harmonic mean of the chords; flat where they turn.
double innerSlope(double left, double right, double chordLeft, double chordRight)
{
    if (chordLeft * chordRight <= 0)
        return 0;
    const double weightLeft = 2 * right + left, weightRight = right + 2 * left;
    return (weightLeft + weightRight) / (weightLeft / chordLeft + weightRight / chordRight);
}

Numbers monotoneSlopes(std::span<const Point> knots)
{
    const std::size_t last = knots.size() - 1;
    Numbers slopes(knots.size(), chordAfter(knots, 0));
    if (last < 2)
        return slopes;
    for (std::size_t i = 1; i < last; ++i)
        slopes[i] =
            innerSlope(gapAfter(knots, i - 1), gapAfter(knots, i), chordAfter(knots, i - 1), chordAfter(knots, i));
    slopes[0] = endSlope(gapAfter(knots, 0), gapAfter(knots, 1), chordAfter(knots, 0), chordAfter(knots, 1));
    slopes[last] = endSlope(gapAfter(knots, last - 1), gapAfter(knots, last - 2), chordAfter(knots, last - 1),
                            chordAfter(knots, last - 2));
    return slopes;
}

/// The second derivatives of the natural spline at its knots: a tridiagonal system, by elimination.
Numbers naturalCurvatures(std::span<const Point> knots)
{
    const std::size_t count = knots.size();
    Numbers curvature(count), upper(count);
    for (std::size_t i = 1; i + 1 < count; ++i) {
        const double left = gapAfter(knots, i - 1), right = gapAfter(knots, i);
        const double pivot = 2 * (left + right) - left * upper[i - 1];
        const double bend = 6 * (chordAfter(knots, i) - chordAfter(knots, i - 1));
        upper[i] = right / pivot;
        curvature[i] = (bend - left * curvature[i - 1]) / pivot;
    }
    for (std::size_t i = count - 1; i-- > 1;)
        curvature[i] -= upper[i] * curvature[i + 1];
    return curvature;
}

CubicPiece hermitePiece(const Point& knot, double gap, double chord, double slope, double nextSlope)
{
    return {knot.x, knot.y, slope, (3 * chord - 2 * slope - nextSlope) / gap,
            (slope + nextSlope - 2 * chord) / (gap * gap)};
}

CubicPiece splinePiece(const Point& knot, double gap, double chord, double curvature, double nextCurvature)
{
    return {knot.x, knot.y, chord - gap * (2 * curvature + nextCurvature) / 6, curvature / 2,
            (nextCurvature - curvature) / (6 * gap)};
}

std::vector<CubicPiece> innerPieces(std::span<const Point> knots, SketchForm form)
{
    std::vector<CubicPiece> pieces;
    const Numbers bends = form == SketchForm::MonotoneCubic  ? monotoneSlopes(knots)
                          : form == SketchForm::NaturalCubic ? naturalCurvatures(knots)
                                                             : Numbers{};
    for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
        const double gap = gapAfter(knots, i), chord = chordAfter(knots, i);
        switch (form) {
        case SketchForm::Linear: pieces.push_back({knots[i].x, knots[i].y, chord, 0, 0}); break;
        case SketchForm::MonotoneCubic:
            pieces.push_back(hermitePiece(knots[i], gap, chord, bends[i], bends[i + 1]));
            break;
        case SketchForm::NaturalCubic:
            pieces.push_back(splinePiece(knots[i], gap, chord, bends[i], bends[i + 1]));
            break;
        }
    }
    return pieces;
}

}  // namespace

double CubicPiece::at(double x) const
{
    const double t = x - from;
    return value + t * (slope + t * (square + t * cube));
}

double CubicPiece::slopeAt(double x) const
{
    const double t = x - from;
    return slope + t * (2 * square + t * 3 * cube);
}

double Interpolant::at(double x) const
{
    const auto after = std::ranges::upper_bound(pieces, x, {}, &CubicPiece::from);
    return after == pieces.begin() ? before.at(x) : std::prev(after)->at(x);
}

Interpolant interpolate(std::span<const Point> knots, SketchForm form)
{
    Interpolant curve{innerPieces(knots, form), {}};
    const double slope = curve.pieces.back().slopeAt(knots.back().x);
    curve.pieces.push_back({knots.back().x, knots.back().y, slope, 0, 0});
    curve.before = {knots.front().x, knots.front().y, curve.pieces.front().slope, 0, 0};
    return curve;
}

}  // namespace actlab::analysis
