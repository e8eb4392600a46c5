#include "core/workspace/data_json.hpp"

#include "core/data/features.hpp"
#include "core/data/names.hpp"
#include "core/data/points.hpp"

namespace actlab::workspace {

using nlohmann::json;

namespace {

/// One row a point: [x, y, class].
json pointsToJson(const std::vector<data::PaintedPoint>& points)
{
    json rows = json::array();
    for (const data::PaintedPoint& point : points)
        rows.push_back({shortNumber(point.x), shortNumber(point.y), point.label});
    return rows;
}

data::PaintedPoint readPoint(const JsonReader& row)
{
    const std::vector<float> numbers = row.floats(3);
    const std::size_t label = row.at(2).count();
    if (label >= data::kMostPaintedClasses)
        row.at(2).fail("a class from 0 to " + std::to_string(data::kMostPaintedClasses - 1) + " was expected");
    return {numbers[0], numbers[1], label};
}

std::vector<data::PaintedPoint> readPoints(const JsonReader& from)
{
    std::vector<data::PaintedPoint> points;
    for (std::size_t i = 0; i < from.size(data::kMostPoints); ++i)
        points.push_back(readPoint(from.at(i)));
    return points;
}

std::vector<data::Feature> readFeatures(const JsonReader& from)
{
    std::vector<data::Feature> features;
    for (std::size_t i = 0; i < from.size(data::kFeatures); ++i)
        features.push_back(static_cast<data::Feature>(from.at(i).choice(data::kFeatureWords)));
    return features;
}

/// Where data of one's own come from.
void readSource(const JsonReader& from, data::DataSpec& spec)
{
    spec.file = from.at("file").text();
    spec.labels = from.at("labels").text();
    spec.target = from.at("target").text();
    spec.formula = from.at("formula").text();
    spec.task = static_cast<data::Task>(from.at("task").choice(data::kTaskWords));
    spec.standardise = from.at("standardise").flag();
}

}  // namespace

json dataToJson(const data::DataSpec& spec)
{
    json saved{{"name", spec.name},
               {"noise", numberToJson(spec.noise)},
               {"samples", spec.samples},
               {"trainShare", numberToJson(spec.trainShare)},
               {"seed", spec.seed}};
    if (data::isOwn(spec))
        saved["source"] = {{"file", spec.file},
                           {"labels", spec.labels},
                           {"target", spec.target},
                           {"formula", spec.formula},
                           {"task", data::kTaskWords[static_cast<std::size_t>(spec.task)]},
                           {"standardise", spec.standardise}};
    for (const data::Feature feature : spec.features)
        saved["features"].push_back(data::kFeatureWords[static_cast<std::size_t>(feature)]);
    if (!spec.points.empty())
        saved["points"] = pointsToJson(spec.points);
    return saved;
}

data::DataSpec readData(const JsonReader& from)
{
    data::DataSpec spec;
    spec.name = from.at("name").text();
    spec.noise = from.at("noise").number();
    spec.samples = from.at("samples").count();
    spec.trainShare = from.at("trainShare").number();
    spec.seed = from.at("seed").count();
    if (from.has("features"))
        spec.features = readFeatures(from.at("features"));
    if (from.has("source"))
        readSource(from.at("source"), spec);
    if (from.has("points"))
        spec.points = readPoints(from.at("points"));
    return spec;
}

}  // namespace actlab::workspace
