#include "core/data/points.hpp"

#include "core/data/names.hpp"
#include "core/data/split.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::data {

namespace {

std::vector<std::size_t> countsByLabel(const std::vector<PaintedPoint>& points)
{
    std::vector<std::size_t> counts(paintedClasses(points));
    for (const PaintedPoint& point : points)
        ++counts[point.label];
    return counts;
}

/// False for NaN too.
bool liesOnPlane(double x, double y)
{
    return std::abs(x) <= kPlaneReach && std::abs(y) <= kPlaneReach;
}

std::string pointNumber(std::size_t index)
{
    return "Painted point " + std::to_string(index + 1);
}

/// What painting never makes, but a file may hold.
std::optional<Error> errorInEach(const std::vector<PaintedPoint>& points)
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!liesOnPlane(points[i].x, points[i].y))
            return Error{"points", pointNumber(i) + " does not lie on the plane from -6 to 6."};
        if (points[i].label >= kMostPaintedClasses)
            return Error{"points", pointNumber(i) + " is of class " + std::to_string(points[i].label) +
                                       "; there are " + std::to_string(kMostPaintedClasses) + ", from 0 on."};
    }
    return std::nullopt;
}

std::optional<Error> errorInCounts(const std::vector<PaintedPoint>& points)
{
    if (points.empty())
        return Error{"points",
                     "Nothing is painted yet: a run needs points of two classes, two of each at the least."};
    const std::vector<std::size_t> counts = countsByLabel(points);
    const auto painted = counts.size() - static_cast<std::size_t>(std::ranges::count(counts, 0U));
    for (std::size_t label = 0; label < counts.size(); ++label)
        if (counts[label] == 1 || (counts[label] == 0 && painted < 2))  // a class may be left out among others
            return Error{"points", "Class " + paintedClassName(label) +
                                       (counts[label] == 0 ? " has no points yet" : " has one point only") +
                                       ": it needs two at the least, one to train on and one to test with."};
    return std::nullopt;
}

/// Which points test, in the order of painting.
std::vector<bool> testing(const std::vector<PaintedPoint>& points, double trainShare)
{
    std::vector<std::size_t> seen(paintedClasses(points)), tested(seen.size());
    std::vector<bool> tests;
    for (const PaintedPoint& point : points) {
        const std::size_t before = seen[point.label]++;
        const double wanted = static_cast<double>(before + 1) * (1 - trainShare) - 1e-9;
        tests.push_back(before > 0 && static_cast<double>(tested[point.label]) < wanted);
        tested[point.label] += tests.back() ? 1 : 0;
    }
    return tests;
}

}  // namespace

std::string paintedClassName(std::size_t label)
{
    return {static_cast<char>('A' + label)};
}

std::size_t paintedClasses(const std::vector<PaintedPoint>& points)
{
    std::size_t classes = 2;
    for (const PaintedPoint& point : points)
        classes = std::max(classes, point.label + 1);
    return classes;
}

std::optional<Error> errorInPoints(const DataSpec& spec)
{
    if (spec.noise != 0)
        return Error{"noise", "Painted points stay where they are: their noise must be 0."};
    if (spec.samples != 0)
        return Error{"samples", "Painted points are all taken: the number of samples must be 0."};
    if (spec.points.size() > kMostPoints)
        return Error{"points", "There are " + std::to_string(spec.points.size()) + " painted points; " +
                                   std::to_string(kMostPoints) + " are the most."};
    if (auto error = errorInEach(spec.points))
        return error;
    return errorInCounts(spec.points);
}

Dataset paintedDataset(const DataSpec& spec)
{
    Dataset data;
    data.name = "points";
    data.classes = paintedClasses(spec.points);
    data.featureNames = {"x", "y"};
    for (std::size_t label = 0; label < data.classes; ++label)
        data.classNames.push_back(paintedClassName(label));
    data.train.features = data.test.features = data.featureNames.size();
    const std::vector<bool> tests = testing(spec.points, spec.trainShare);
    Random random(spec.seed);
    for (const std::size_t row : shuffledRows(spec.points.size(), random)) {
        const PaintedPoint& point = spec.points[row];
        Table& part = tests[row] ? data.test : data.train;
        part.inputs.insert(part.inputs.end(), {point.x, point.y});
        part.targets.push_back(static_cast<float>(point.label));
    }
    return data;
}

Result<Dataset> loadPoints(const DataSpec& spec)
{
    if (auto error = errorInPoints(spec))
        return tl::unexpected(std::move(*error));
    return paintedDataset(spec);
}

bool isOnPlane(const DataSpec& spec)
{
    const DataSetInfo* set = findDataSet(spec.name);
    return set && !isRegression(spec) && (set->features == 2 || set->name == "formula");
}

Result<std::vector<PaintedPoint>> pointsOf(const DataSpec& spec)
{
    if (!isOnPlane(spec))
        return tl::unexpected(Error{"points", "Only classes on the plane can be painted upon."});
    DataSpec places = spec;
    places.features.clear();
    const auto data = load(places);
    if (!data)
        return tl::unexpected(data.error());
    if (data->classes > kMostPaintedClasses)
        return tl::unexpected(Error{"points", "These data have " + std::to_string(data->classes) + " classes; " +
                                                  std::to_string(kMostPaintedClasses) +
                                                  " are the most that can be painted."});
    std::vector<PaintedPoint> points;
    for (const Table* table : {&data->train, &data->test})
        for (std::size_t row = 0; row < table->rows(); ++row) {
            const float* place = table->inputs.data() + row * table->features;
            if (liesOnPlane(place[0], place[1]))
                points.push_back({place[0], place[1], static_cast<std::size_t>(table->targets[row])});
        }
    if (points.size() > kMostPoints)
        return tl::unexpected(Error{"points", "These data are " + std::to_string(points.size()) + " points; " +
                                                  std::to_string(kMostPoints) +
                                                  " are the most that can be painted upon. Take fewer samples."});
    return points;
}

}  // namespace actlab::data
