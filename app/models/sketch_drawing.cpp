#include "app/models/sketch_drawing.hpp"

#include "core/analysis/interval.hpp"
#include "core/analysis/stroke.hpp"

#include <algorithm>

namespace actlab::models {

namespace {

using analysis::Point;

constexpr std::size_t kMostSamples = 4000;  // the fit looks at 200 means of them

/// Evenly chosen ones, the first and the last among them.
SketchLine thinned(const SketchLine& line)
{
    if (line.size() <= kMostSamples)
        return line;
    SketchLine kept;
    for (std::size_t i = 0; i < kMostSamples; ++i)
        kept.push_back(line[i * (line.size() - 1) / (kMostSamples - 1)]);
    return kept;
}

/// What of a line is not over `covered`.
void appendUncovered(std::vector<SketchLine>& lines, const SketchLine& line, analysis::Interval covered)
{
    bool goesOn = false;
    for (const Point& p : line) {
        const bool isCovered = p.x >= covered.low && p.x <= covered.high;
        if (!isCovered && !goesOn)
            lines.emplace_back();
        if (!isCovered)
            lines.back().push_back(p);
        goesOn = !isCovered;
    }
}

}  // namespace

SketchLine SketchDrawing::samples() const
{
    SketchLine all = points;
    for (const SketchLine& line : lines)
        all.insert(all.end(), line.begin(), line.end());
    return all;
}

SketchDrawing withStroke(SketchDrawing drawing, SketchLine stroke)
{
    if (stroke.empty())
        return drawing;
    const auto [left, right] = std::ranges::minmax(stroke, {}, &Point::x);
    SketchDrawing result;
    for (const SketchLine& line : drawing.lines)
        appendUncovered(result.lines, line, {left.x, right.x});
    result.lines.push_back(thinned(stroke));
    return result;
}

SketchDrawing asStroke(const SketchDrawing& drawing, analysis::SketchForm form)
{
    constexpr int kSamples = 200;
    const auto ordered = analysis::clickedPoints(drawing.points);
    if (!ordered)
        return {};
    const analysis::Interpolant curve = analysis::interpolate(ordered->points, form);
    SketchLine line;
    for (int i = 0; i < kSamples; ++i) {
        const double x = ordered->points.front().x + ordered->width() * i / (kSamples - 1);
        line.push_back({x, curve.at(x)});
    }
    return {SketchDrawing::Hand::Stroke, {std::move(line)}, {}};
}

}  // namespace actlab::models
