#include "core/workspace/runs.hpp"

#include <algorithm>
#include <set>

namespace actlab::workspace {

namespace {

template <class Runs>
auto* runIn(Runs& runs, std::size_t number)
{
    const auto found = std::ranges::find(runs, number, &Run::number);
    return found == runs.end() ? nullptr : &*found;
}

/// What a person says of a run, where the step changed it.
void takeWords(Run& run, const Run& before, const Run& after)
{
    if (before.name != after.name)
        setName(run, after.name);
    if (before.note != after.note)
        run.note = after.note;
    if (before.isBaseline != after.isBaseline)
        run.isBaseline = after.isBaseline;
}

/// Itself, or what was kept anew of the same run of the window.
bool isAmong(const std::vector<Run>& runs, const Run& run)
{
    return runIn(runs, run.number) || (run.session && std::ranges::count(runs, run.session, &Run::session) > 0);
}

}  // namespace

const Run* findRun(const Document& document, std::size_t number)
{
    return runIn(document.runs, number);
}

const Run* baselineOf(const Document& document)
{
    const auto found = std::ranges::find(document.runs, true, &Run::isBaseline);
    return found == document.runs.end() ? nullptr : &*found;
}

void removeRun(Document& document, std::size_t number)
{
    std::erase_if(document.runs, [number](const Run& run) { return run.number == number; });
}

void renameRun(Document& document, std::size_t number, const std::string& name)
{
    if (Run* run = runIn(document.runs, number))
        setName(*run, name);
}

void noteRun(Document& document, std::size_t number, const std::string& note)
{
    if (Run* run = runIn(document.runs, number))
        run->note = note;
}

void pinBaseline(Document& document, std::size_t number, bool isPinned)
{
    if (!findRun(document, number))
        return;
    for (Run& run : document.runs)
        run.isBaseline = run.number == number ? isPinned : run.isBaseline && !isPinned;
}

void overlayRun(Document& document, std::size_t number, bool isOverlaid)
{
    Run* run = runIn(document.runs, number);
    if (!run || run->colour.has_value() == isOverlaid)
        return;
    std::set<std::size_t> taken;
    for (const Run& each : document.runs)
        if (each.colour)
            taken.insert(*each.colour);
    std::size_t free = 1;  // 0 is the colour of the present run
    while (taken.contains(free))
        ++free;
    run->colour = isOverlaid ? std::optional(free) : std::nullopt;
}

std::vector<Run> withStep(const std::vector<Run>& present, const std::vector<Run>& before,
                          const std::vector<Run>& after)
{
    std::vector<Run> result;
    for (const Run& run : present) {
        const Run *old = runIn(before, run.number), *made = runIn(after, run.number);
        if (old && !made)
            continue;
        result.push_back(run);
        if (old && made)
            takeWords(result.back(), *old, *made);
    }
    for (const Run& run : after)
        if (!runIn(before, run.number) && !isAmong(result, run))
            result.push_back(run);
    std::ranges::sort(result, {}, &Run::number);
    if (result.size() > kMostRunsKept)
        result.erase(result.begin(), result.end() - static_cast<std::ptrdiff_t>(kMostRunsKept));
    return result;
}

}  // namespace actlab::workspace
