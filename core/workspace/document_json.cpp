#include "core/workspace/document_json.hpp"

#include "core/workspace/activation_json.hpp"
#include "core/workspace/json_envelope.hpp"
#include "core/workspace/training_json.hpp"

#include <set>

namespace actlab::workspace {

using nlohmann::json;

namespace {

// Far more than a person draws, composes or trains: these bound what opening any file can cost.
constexpr std::size_t kMostShown = 100, kMostCustom = 1'000, kMostRuns = 200;

json intervalToJson(const analysis::Interval& interval)
{
    return {numberToJson(interval.low), numberToJson(interval.high)};
}

analysis::Interval readInterval(const JsonReader& from)
{
    const analysis::Interval interval{from.at(0).finite(), from.at(1).finite()};
    if (!(interval.low < interval.high))
        from.fail("the first number must be below the second");
    return interval;
}

json plotToJson(const PlotSpec& plot)
{
    json shown = json::array();
    for (const PlottedActivation& plotted : plot.shown)
        shown.push_back(activationToJson(*plotted.activation));
    return {{"shown", shown},        {"value", plot.value},         {"derivative", plot.derivative},
            {"second", plot.second}, {"x", intervalToJson(plot.x)}, {"y", intervalToJson(plot.y)}};
}

PlotSpec readPlot(const JsonReader& from, ActivationReader& activations)
{
    PlotSpec plot;
    const JsonReader shown = from.at("shown");
    for (std::size_t i = 0; i < shown.size(kMostShown); ++i)
        plot.shown.push_back({activations.read(shown.at(i))});
    plot.value = from.at("value").flag();
    plot.derivative = from.at("derivative").flag();
    plot.second = from.at("second").flag();
    plot.x = readInterval(from.at("x"));
    plot.y = readInterval(from.at("y"));
    return plot;
}

std::vector<activation::ActivationPtr> readCustom(const JsonReader& from, ActivationReader& activations)
{
    std::vector<activation::ActivationPtr> custom;
    std::set<std::string> names;
    for (std::size_t i = 0; i < from.size(kMostCustom); ++i) {
        custom.push_back(activations.read(from.at(i)));
        if (!names.insert(custom.back()->name()).second)
            from.at(i).fail("there are two activations named \"" + custom.back()->name() + "\"");
    }
    return custom;
}

Document readDocument(const JsonReader& from)
{
    Document document;
    ActivationReader activations;
    document.custom = readCustom(from.at("custom"), activations);
    document.plot = readPlot(from.at("plot"), activations);
    document.draft = {readDefinition(from.at("draft"))};
    document.training = readTraining(from.at("training"), activations);
    const JsonReader runs = from.at("runs");
    for (std::size_t i = 0; i < runs.size(kMostRuns); ++i) {
        document.runs.push_back(readRun(runs.at(i), activations));
        document.runs.back().number = document.nextRun++;
    }
    return document;
}

/// What `read` makes of the content under `key`; its failures become the error.
template <class Read>
auto readUnder(const std::string& key, std::string_view text, Read read)
    -> tl::expected<decltype(read(std::declval<JsonReader>())), std::string>
{
    const auto content = unwrap(text, key);
    if (!content)
        return tl::unexpected(content.error());
    if (!content->is_object())
        return tl::unexpected(key + ": an object was expected");
    try {
        return read(JsonReader(*content, ""));
    } catch (const JsonFailure& failure) {
        return tl::unexpected(failure.sentence);
    }
}

}  // namespace

std::string toJson(const Document& document)
{
    json custom = json::array(), runs = json::array();
    for (const activation::ActivationPtr& activation : document.custom)
        custom.push_back(definitionToJson(activation->definition()));
    for (const Run& run : document.runs)
        runs.push_back(runToJson(run));
    return wrap("document", {{"custom", custom},
                             {"plot", plotToJson(document.plot)},
                             {"draft", definitionToJson(document.draft.definition)},
                             {"training", trainingToJson(document.training)},
                             {"runs", runs}});
}

tl::expected<Document, std::string> fromJson(std::string_view text)
{
    return readUnder("document", text, readDocument);
}

std::string toJson(const activation::Definition& definition)
{
    return wrap("activation", definitionToJson(definition));
}

tl::expected<activation::Definition, std::string> definitionFromJson(std::string_view text)
{
    return readUnder("activation", text, readDefinition);
}

}  // namespace actlab::workspace
