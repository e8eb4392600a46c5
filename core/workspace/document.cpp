#include "core/workspace/document.hpp"

#include "core/workspace/run_table.hpp"
#include "core/workspace/trained_network.hpp"

#include "core/activation/catalogue.hpp"
#include "core/data/number_text.hpp"

#include <algorithm>
#include <cctype>

namespace actlab::workspace {

namespace {

Run* keptBefore(Document& document, const Run& run)
{
    const auto found = std::ranges::find(document.runs, run.session, &Run::session);
    return run.session && found != document.runs.end() ? &*found : nullptr;
}

std::string cellText(const RunCell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell))
        return *text;
    if (const auto* whole = std::get_if<std::uint64_t>(&cell))
        return std::to_string(*whole);
    const auto* measure = std::get_if<double>(&cell);
    return measure ? data::numberText(*measure) : "";
}

/// ", rate 0.01, seed 2": what it was trained with where the other was not.
std::string settingsUnlike(const Run& other, const Run& run)
{
    std::string text;
    for (const RunColumn& column : runColumns()) {
        if (column.role != RunColumn::Role::Setting || column.of(run) == column.of(other))
            continue;
        std::string title(column.title);
        title[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(title[0])));
        text += ", " + title + ' ' + cellText(column.of(run));
    }
    return text;
}

/// runName(), and where another run than `place` has it what tells it from that one.
std::string nameAmong(const std::vector<Run>& runs, const Run* place, const Run& run)
{
    const auto named = [&](const std::string& name) {
        const auto has = [&](const Run& each) { return &each != place && each.name == name; };
        const auto found = std::ranges::find_if(runs, has);
        return found == runs.end() ? nullptr : &*found;
    };
    const Run* first = named(runName(run.spec));
    if (!first)
        return runName(run.spec);
    const std::string wanted = first->name + settingsUnlike(*first, run);
    std::string name = wanted;
    for (std::size_t number = 2; named(name); ++number)
        name = wanted + " (" + std::to_string(number) + ")";
    return name;
}

/// A name that was given stays; else it says what the run was edited to.
void takePlace(const std::vector<Run>& runs, Run& place, Run run)
{
    run.number = place.number;
    run.note = place.note;
    run.isBaseline = place.isBaseline;
    run.colour = place.colour;
    const bool isGiven = place.name != nameAmong(runs, &place, place);
    setName(run, isGiven ? place.name : nameAmong(runs, &place, run));
    place = std::move(run);
}

}  // namespace

void addRun(Document& document, Run run)
{
    if (Run* known = keptBefore(document, run)) {
        takePlace(document.runs, *known, std::move(run));
    } else {
        run.number = document.nextRun++;
        if (run.name == runName(run.spec))
            setName(run, nameAmong(document.runs, nullptr, run));
        document.runs.push_back(std::move(run));
    }
    while (document.runs.size() > kMostRunsKept)
        document.runs.erase(document.runs.begin());
    std::size_t numbers = 0;
    for (auto each = document.runs.rbegin(); each != document.runs.rend(); ++each) {
        numbers += each->network ? learnedNumbers(*each->network) : 0;
        if (numbers > kMostNumbersOfRuns)
            each->network = nullptr;
    }
}

Document initialDocument()
{
    const auto gelu = activation::findInCatalogue("gelu"), relu = activation::findInCatalogue("relu");
    const auto tanh = activation::findInCatalogue("tanh");
    Document document;
    document.plot.shown = {{gelu}, {relu}};
    document.training.data.name = "spiral";
    document.training.hidden = {{16, tanh}, {16, tanh}};
    return document;
}

}  // namespace actlab::workspace
