#include "core/workspace/document.hpp"

#include "core/workspace/trained_network.hpp"

#include "core/activation/catalogue.hpp"

#include <algorithm>

namespace actlab::workspace {

namespace {

Run* keptBefore(Document& document, const Run& run)
{
    const auto found = std::ranges::find(document.runs, run.session, &Run::session);
    return run.session && found != document.runs.end() ? &*found : nullptr;
}

/// A name that was given stays; else it says what the run was edited to.
void takePlace(Run& place, Run run)
{
    run.number = place.number;
    run.note = place.note;
    run.isBaseline = place.isBaseline;
    run.colour = place.colour;
    if (place.name != runName(place.spec))
        setName(run, place.name);
    place = std::move(run);
}

}  // namespace

void addRun(Document& document, Run run)
{
    if (Run* known = keptBefore(document, run)) {
        takePlace(*known, std::move(run));
    } else {
        run.number = document.nextRun++;
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
