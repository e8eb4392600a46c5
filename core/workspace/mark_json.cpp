#include "core/workspace/mark_json.hpp"

#include "core/nn/limits.hpp"
#include "core/workspace/run.hpp"

namespace actlab::workspace {

using nlohmann::json;

namespace {

/// In the order of the enumeration.
constexpr std::string_view kMarkWords[] = {"learning-rate", "activation", "formula", "parameter", "frozen", "weight"};

/// [epoch, step, seconds].
json placeToJson(const nn::RunPlace& place)
{
    return {place.epoch, place.step, numberToJson(place.seconds)};
}

nn::RunPlace readPlace(const JsonReader& from)
{
    return {from.at(0).count(), from.at(1).count(), from.at(2).number()};
}

json markToJson(const nn::Mark& mark)
{
    json saved{{"kind", kMarkWords[static_cast<std::size_t>(mark.kind)]},
               {"what", mark.what},
               {"from", mark.from},
               {"to", mark.to},
               {"at", placeToJson(mark.at)},
               {"until", placeToJson(mark.until)}};
    if (mark.layer)
        saved["layer"] = *mark.layer;
    return saved;
}

nn::Mark readMark(const JsonReader& from)
{
    nn::Mark mark{static_cast<nn::MarkKind>(from.at("kind").choice(kMarkWords)),
                  {},
                  from.at("what").text(),
                  from.at("from").text(),
                  from.at("to").text(),
                  readPlace(from.at("at")),
                  readPlace(from.at("until"))};
    if (from.has("layer"))
        mark.layer = from.at("layer").count();
    if (mark.layer.value_or(0) > nn::kMostLayers)
        from.at("layer").fail("a network has at most " + std::to_string(nn::kMostLayers) + " hidden layers");
    return mark;
}

}  // namespace

json marksToJson(const std::vector<nn::Mark>& marks)
{
    json list = json::array();
    for (const nn::Mark& mark : marks)
        list.push_back(markToJson(mark));
    return list;
}

std::vector<nn::Mark> readMarks(const JsonReader& from)
{
    std::vector<nn::Mark> marks;
    for (std::size_t i = 0; i < from.size(kMostMarksKept); ++i)
        marks.push_back(readMark(from.at(i)));
    return marks;
}

}  // namespace actlab::workspace
