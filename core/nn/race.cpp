#include "core/nn/race.hpp"

#include "core/data/names.hpp"

#include <algorithm>
#include <cmath>
#include <locale>
#include <sstream>

namespace actlab::nn {

namespace {

constexpr double kTail = 0.05;  // of all comparisons together

/// Keeps the last epoch.
class LastEpoch final : public Observer {
public:
    EpochMetrics metrics;
    void started(std::shared_ptr<const data::Dataset>, const std::string&) override {}
    void epochDone(const EpochMetrics& epoch) override { metrics = epoch; }
    void pictureTaken(std::shared_ptr<const Picture>) override {}
};

TrainingSpec specFor(const RaceSpec& race, const activation::ActivationPtr& runner, std::size_t seed)
{
    TrainingSpec spec = race.training;
    for (Layer& layer : spec.hidden)
        layer.activation = runner;
    if (spec.init == Init::Auto)
        spec.init = Init::Xavier;
    spec.seed += seed;
    spec.data.seed += seed;
    return spec;
}

double qualityOf(const RaceRun& run, bool isOverValues)
{
    return isOverValues ? -run.last.testLoss : run.last.testAccuracy;
}

/// Of the seeds that count for both.
std::vector<double> differences(const Standing& one, const Standing& other, bool isOverValues)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < std::min(one.runs.size(), other.runs.size()); ++i)
        if (one.runs[i].isCounted() && other.runs[i].isCounted())
            all.push_back(qualityOf(one.runs[i], isOverValues) - qualityOf(other.runs[i], isOverValues));
    return all;
}

void summarise(Standing& standing)
{
    std::vector<double> losses, accuracies, epochs;
    for (const RaceRun& run : standing.runs) {
        if (!run.isCounted())
            continue;
        losses.push_back(run.last.testLoss);
        accuracies.push_back(run.last.testAccuracy);
        if (run.ending == Ending::ReachedTarget)
            epochs.push_back(static_cast<double>(run.epochs));
    }
    standing.counted = losses.size();
    standing.reached = epochs.size();
    if (!losses.empty()) {
        standing.loss = summaryOf(losses);
        standing.accuracy = summaryOf(accuracies);
    }
    if (!epochs.empty())
        standing.epochs = summaryOf(epochs);
}

double qualityOf(const Standing& standing, bool isOverValues)
{
    return isOverValues ? -standing.loss.mean : standing.accuracy.mean;
}

std::string shortly(double number)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(3);
    text << number;
    return text.str();
}

/// "2.5 points of accuracy (1 to 4, …)"
std::string leadText(const Difference& lead, bool isOverValues)
{
    const double unit = isOverValues ? 1 : 100;
    return shortly(unit * lead.mean) + (isOverValues ? " of loss (" : " points of accuracy (") +
           shortly(unit * lead.low) + " to " + shortly(unit * lead.high) + " with 95 % confidence, ";
}

/// The one that looks best against each of the others; the more of them, the more certain each comparison must be
/// (Bonferroni).
std::string verdictOn(const RaceResult& result)
{
    std::vector<const Standing*> ranked;
    for (const Standing& standing : result.standings)
        if (standing.counted > 0)
            ranked.push_back(&standing);
    if (ranked.empty())
        return "No run came to an end with numbers to compare.";
    if (ranked.size() == 1)
        return "Only " + ranked[0]->activation->name() + " has runs that came to an end.";
    std::ranges::stable_sort(ranked, std::ranges::greater(),
                             [&](const Standing* each) { return qualityOf(*each, result.isOverValues); });
    const Standing& best = *ranked.front();
    const double tail = kTail / static_cast<double>(ranked.size() - 1);
    std::string equals;
    for (const Standing* other : std::span(ranked).subspan(1)) {
        const auto compared = differences(best, *other, result.isOverValues);
        if (compared.empty() || !(pairedDifference(compared, tail).low > 0))
            equals += (equals.empty() ? "" : ", ") + other->activation->name();
    }
    const std::string seeds = std::to_string(best.counted) + (best.counted == 1 ? " seed" : " seeds");
    if (!equals.empty())
        return best.activation->name() + " has the best mean, but " + seeds + " cannot tell it from " + equals + ".";
    const Difference lead = pairedDifference(differences(best, *ranked[1], result.isOverValues), tail);
    return best.activation->name() + " is ahead of " + (ranked.size() == 2 ? "" : "all others, of the next one, ") +
           ranked[1]->activation->name() + ", by " + leadText(lead, result.isOverValues) + seeds +
           "), on this task with these settings.";
}

}  // namespace

bool RaceRun::isCounted() const
{
    return (ending == Ending::Finished || ending == Ending::ReachedTarget) && std::isfinite(last.testLoss);
}

std::optional<data::Error> validate(const RaceSpec& race)
{
    if (race.runners.empty() || race.runners.size() > kMostRunners)
        return data::Error{"activation", "there must be 1 to " + std::to_string(kMostRunners) + " activations"};
    if (race.seeds < 1 || race.seeds > kMostRaceSeeds)
        return data::Error{"seeds", "must be from 1 to " + std::to_string(kMostRaceSeeds)};
    for (const auto& runner : race.runners)
        if (auto error = validate(specFor(race, runner, 0)))
            return error;
    return std::nullopt;
}

RaceResult race(const RaceSpec& race, const std::stop_token& stop, Commands& commands, const RaceWatcher& watcher)
{
    RaceResult result;
    result.isOverValues = data::isRegression(race.training.data.name);
    for (const auto& runner : race.runners)
        result.standings.emplace_back().activation = runner;
    const std::size_t all = race.seeds * race.runners.size();
    std::size_t over = 0;
    for (std::size_t seed = 0; seed < race.seeds && !result.isStopped; ++seed)
        for (Standing& standing : result.standings) {
            watcher(over++, all);
            LastEpoch observer;
            const TrainingSpec spec = specFor(race, standing.activation, seed);
            const Outcome outcome = train(spec, stop, commands, observer);
            result.isStopped = outcome.ending == Ending::Stopped;
            if (result.isStopped)
                break;
            standing.runs.push_back(
                {spec.seed, outcome.ending, outcome.message, outcome.epochs, outcome.seconds, observer.metrics});
        }
    for (Standing& standing : result.standings)
        summarise(standing);
    for (Standing& standing : result.standings)
        if (&standing != result.standings.data())
            if (const auto compared = differences(standing, result.standings.front(), result.isOverValues);
                !compared.empty())
                standing.ahead = pairedDifference(compared, kTail);
    result.verdict = verdictOn(result);
    return result;
}

}  // namespace actlab::nn
