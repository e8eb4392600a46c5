#include "core/analysis/sketch.hpp"

#include "core/analysis/fit_knots.hpp"
#include "core/analysis/sketch_formula.hpp"
#include "core/analysis/stroke.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace actlab::analysis {

namespace {

using Knots = std::vector<Point>;

/// The number of decimals with which rounding moves a number by less than `allowed`.
int decimalsFor(double allowed)
{
    return static_cast<int>(std::ceil(-std::log10(2 * allowed)));
}

double rounded(double value, int decimals)
{
    const double scale = std::pow(10.0, std::abs(decimals));
    const double result = decimals > 0 ? std::round(value * scale) / scale : std::round(value / scale) * scale;
    return result == 0 ? 0 : result;  // not -0
}

double narrowestGap(const Knots& knots)
{
    double narrowest = knots.back().x - knots.front().x;
    for (std::size_t i = 0; i + 1 < knots.size(); ++i)
        narrowest = std::min(narrowest, knots[i + 1].x - knots[i].x);
    return narrowest;
}

/// Moves no coordinate by more than this part of width, height or the narrowest gap.
Knots rounded(Knots knots, double part, double width, double height)
{
    const int xDecimals = decimalsFor(std::min(part * width, 0.2 * narrowestGap(knots)));
    const int yDecimals = decimalsFor(part * height);
    for (Point& knot : knots)
        knot = {rounded(knot.x, xDecimals), rounded(knot.y, yDecimals)};
    return knots;
}

/// What a hand drew nearly level, or nearly on the axis, it meant to be so.
Knots levelled(Knots knots, double least)
{
    for (std::size_t i = 0; i + 1 < knots.size(); ++i)
        if (std::abs(knots[i + 1].y - knots[i].y) < least)
            knots[i].y = knots[i + 1].y = (knots[i].y + knots[i + 1].y) / 2;
    for (Point& knot : knots)
        if (std::abs(knot.y) < least / 2)
            knot.y = 0;
    return knots;
}

std::size_t mostKnotsOf(const SketchSettings& settings)
{
    return settings.learnableValues ? expr::Limits::parameters : mostKnotsOf(settings.form);
}

struct Distance {
    double mean = 0, greatest = 0;  ///< the mean: root of the mean square
};

Distance distanceTo(const Stroke& stroke, const Knots& knots, SketchForm form)
{
    const Interpolant curve = interpolate(knots, form);
    double squares = 0, greatest = 0;
    for (const Point& p : stroke.points) {
        const double off = std::abs(curve.at(p.x) - p.y) / stroke.height();
        squares += off * off;
        greatest = std::max(greatest, off);
    }
    return {std::sqrt(squares / static_cast<double>(stroke.points.size())), greatest};
}

/// With as few digits as do not take the curve from the stroke.
Knots readable(const Knots& chosen, const Stroke& stroke, const SketchSettings& settings)
{
    const double width = stroke.width(), height = stroke.height();
    const double tolerance = std::max(settings.tolerance, stroke.tremble() / height);
    const double reached = std::hypot(distanceTo(stroke, chosen, settings.form).mean, tolerance / 2);
    const auto isNear = [&](const Knots& knots) { return distanceTo(stroke, knots, settings.form).mean <= reached; };
    const Knots level = rounded(levelled(chosen, settings.tolerance * height), 0.25 * tolerance, width, height);
    if (isNear(level))
        return level;
    Knots knots = chosen;
    for (double part = 0.25 * tolerance; part > 1e-6; part /= 10)
        if (knots = rounded(chosen, part, width, height); isNear(knots))
            break;
    return knots;
}

Knots knotsOf(const Stroke& stroke, const SketchSettings& settings)
{
    constexpr double kPartOfClick = 5e-4;
    if (settings.pointsAreKnots)
        return rounded(stroke.points, kPartOfClick, stroke.width(), stroke.height());
    const std::size_t most = std::min(settings.mostKnots, mostKnotsOf(settings));
    return readable(fitKnots(stroke, settings.form, settings.tolerance, most), stroke, settings);
}

std::optional<std::string> errorIn(const SketchSettings& settings, const Stroke& stroke)
{
    if (settings.learnableValues && settings.form != SketchForm::Linear)
        return "Only the values of straight pieces can be learnable.";
    const std::size_t most = mostKnotsOf(settings);
    if (!settings.pointsAreKnots || stroke.points.size() <= most)
        return std::nullopt;
    const std::string limit = "There are more than " + std::to_string(most) + " points, the most ";
    return limit + (settings.learnableValues ? "whose values can be learnable." : "for a formula of this form.");
}

Sketch sketchThrough(Knots knots, const Stroke& stroke, const SketchSettings& settings)
{
    const Distance distance = distanceTo(stroke, knots, settings.form);
    auto definition = settings.learnableValues ? learnableThrough(knots) : definitionThrough(knots, settings.form);
    return {std::move(knots), std::move(definition), distance.mean, distance.greatest};
}

}  // namespace

std::size_t mostKnotsOf(SketchForm form)
{
    constexpr std::size_t kMostOfCubics = 24;  // their numbers are long, and a formula has 4,096 characters
    return form == SketchForm::Linear ? expr::Limits::pieces + 1 : kMostOfCubics;
}

FromPoints<Sketch> sketch(std::span<const Point> points, const SketchSettings& settings)
{
    const auto stroke = settings.pointsAreKnots ? clickedPoints(points) : strokeOf(points);
    if (!stroke)
        return tl::unexpected(stroke.error());
    if (const auto error = errorIn(settings, *stroke))
        return tl::unexpected(*error);
    return sketchThrough(knotsOf(*stroke, settings), *stroke, settings);
}

}  // namespace actlab::analysis
