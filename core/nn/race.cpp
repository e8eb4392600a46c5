#include "core/nn/race.hpp"

#include "core/data/describe.hpp"
#include "core/data/names.hpp"

#include <algorithm>
#include <array>
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

Measure measureOf(const TrainingSpec& spec)
{
    if (spec.targetLoss > 0 || spec.targetAccuracy > 0)
        return Measure::Epochs;
    return data::isRegression(spec.data) ? Measure::Loss : Measure::Accuracy;
}

/// More is better.
double qualityOf(const RaceRun& run, Measure measure)
{
    switch (measure) {
    case Measure::Epochs: return -static_cast<double>(run.epochs);
    case Measure::Loss: return -run.last.testLoss;
    case Measure::Accuracy: break;
    }
    return run.last.testAccuracy;
}

double meanQuality(const Standing& standing, Measure measure)
{
    double sum = 0;
    for (const RaceRun& run : standing.runs)
        sum += run.isCounted() ? qualityOf(run, measure) : 0;
    return sum / static_cast<double>(standing.counted);
}

/// Of the seeds that count for both.
std::vector<double> differences(const Standing& one, const Standing& other, Measure measure)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < std::min(one.runs.size(), other.runs.size()); ++i)
        if (one.runs[i].isCounted() && other.runs[i].isCounted())
            all.push_back(qualityOf(one.runs[i], measure) - qualityOf(other.runs[i], measure));
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

std::string shortly(double number)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(3);
    text << number;
    return text.str();
}

std::string seedsText(std::size_t count)
{
    return count == 1 ? "one seed" : std::to_string(count) + " seeds";
}

/// "2.5 points of accuracy (1 to 4 with 95 % confidence, 5 seeds)"
std::string leadText(const std::vector<double>& compared, double tail, Measure measure)
{
    const Difference lead = pairedDifference(compared, tail);
    const double unit = measure == Measure::Accuracy ? 100 : 1;
    const char* name = measure == Measure::Accuracy ? " points of accuracy ("
                       : measure == Measure::Loss   ? " of loss ("
                                                    : " epochs (";
    return shortly(unit * lead.mean) + name + shortly(unit * lead.low) + " to " + shortly(unit * lead.high) +
           " with 95 % confidence, " + seedsText(compared.size()) + ")";
}

std::vector<const Standing*> ranked(const RaceResult& result)
{
    std::vector<const Standing*> all;
    for (const Standing& standing : result.standings)
        if (standing.counted > 0)
            all.push_back(&standing);
    std::ranges::stable_sort(all, std::ranges::greater(),
                             [&](const Standing* each) { return meanQuality(*each, result.measure); });
    return all;
}

/// What a person must know about the runs of the best that are not among those compared.
std::string reservation(const Standing& best)
{
    const std::size_t lost = best.runs.size() - best.counted;
    if (lost == 0)
        return "";
    return ", though " + std::to_string(lost) + " of its " + std::to_string(best.runs.size()) +
           " runs did not come to an end";
}

/// The one that looks best against each of the others; the more of them, the more certain each comparison must be
/// (Bonferroni).
std::string verdictOn(const RaceResult& result)
{
    const std::vector<const Standing*> order = ranked(result);
    if (order.empty())
        return "No run came to an end with numbers to compare.";
    const Standing& best = *order.front();
    const std::string name = best.activation->name();
    if (order.size() == 1)
        return "Only " + name + " has runs that came to an end.";
    const double tail = kTail / static_cast<double>(order.size() - 1);
    std::string equals;
    for (const Standing* other : std::span(order).subspan(1)) {
        const auto compared = differences(best, *other, result.measure);
        if (compared.empty() || !(pairedDifference(compared, tail).low > 0))
            equals += (equals.empty() ? "" : ", ") + other->activation->name();
    }
    if (!equals.empty()) {
        const bool isFirst = meanQuality(best, result.measure) > meanQuality(*order[1], result.measure);
        const std::string seeds = seedsText(best.runs.size());
        return (isFirst ? name + " has the best mean, but " + seeds + " cannot tell it from "
                        : "The " + seeds + " cannot tell " + name + " from ") +
               equals + reservation(best) + ".";
    }
    return name + " is ahead of " + (order.size() == 2 ? "" : "all others, of the next one, ") +
           order[1]->activation->name() + ", by " +
           leadText(differences(best, *order[1], result.measure), tail, result.measure) +
           ", on this task with these settings" + reservation(best) + ".";
}

class Racing {
public:
    Racing(const RaceSpec& race, const std::stop_token& stop, Commands& commands, const RaceWatcher& watcher)
        : m_race(race), m_stop(stop), m_commands(commands), m_watcher(watcher)
    {
        m_result.measure = measureOf(race.training);
        m_result.isOverValues = data::isRegression(race.training.data);
        for (const auto& runner : race.runners) {
            Standing& standing = m_result.standings.emplace_back();
            standing.activation = runner;
            standing.learningRate = race.training.learningRate;
        }
    }

    RaceResult run()
    {
        for (Standing& standing : m_result.standings)
            if (m_race.tunesRate)
                tune(standing);
        for (std::size_t seed = 0; seed < m_race.seeds; ++seed)
            for (Standing& standing : m_result.standings)
                if (const RaceRun run = runOne(standing, seed, standing.learningRate); !m_result.isStopped)
                    standing.runs.push_back(run);
        for (Standing& standing : m_result.standings)
            summarise(standing);
        for (Standing& standing : m_result.standings)
            compareWithFirst(standing);
        m_result.verdict = verdictOn(m_result);
        return std::move(m_result);
    }

private:
    /// Once the race is stopped, no run begins any more.
    RaceRun runOne(const Standing& standing, std::size_t seed, double rate)
    {
        if (m_result.isStopped)
            return {};
        const std::size_t each = m_race.seeds + (m_race.tunesRate ? std::size(kRateFactors) : 0);
        m_watcher(m_over++, each * m_race.runners.size());
        TrainingSpec spec = specFor(m_race, standing.activation, seed);
        spec.learningRate = rate;
        LastEpoch observer;
        const Outcome outcome = train(spec, m_stop, m_commands, observer);
        if (outcome.data && m_result.aboutData.empty())
            m_result.aboutData = data::describe(*outcome.data);
        m_result.isStopped = outcome.ending == Ending::Stopped;
        return {spec.seed, outcome.ending, outcome.message, outcome.epochs, outcome.seconds, observer.metrics};
    }

    /// Of rates that do equally well, the one nearest to that of the spec. Where none comes to an end, that one.
    void tune(Standing& standing)
    {
        std::optional<double> best;
        std::array factors = std::to_array(kRateFactors);
        std::ranges::stable_sort(factors, {}, [](double factor) { return std::abs(std::log(factor)); });
        for (const double factor : factors) {
            const double rate = factor * m_race.training.learningRate;
            const RaceRun run = runOne(standing, m_race.seeds, rate);
            if (!run.isCounted() || (best && qualityOf(run, m_result.measure) <= *best))
                continue;
            best = qualityOf(run, m_result.measure);
            standing.learningRate = rate;
        }
    }

    void compareWithFirst(Standing& standing) const
    {
        const Standing& first = m_result.standings.front();
        const auto compared = differences(standing, first, m_result.measure);
        if (&standing != &first && !compared.empty())
            standing.ahead = pairedDifference(compared, kTail);
    }

    const RaceSpec& m_race;
    const std::stop_token& m_stop;
    Commands& m_commands;
    const RaceWatcher& m_watcher;
    RaceResult m_result;
    std::size_t m_over = 0;
};

}  // namespace

bool RaceRun::isCounted() const
{
    const bool isDone =
        ending == Ending::Finished || ending == Ending::ReachedTarget || ending == Ending::OutOfPatience;
    return isDone && std::isfinite(last.testLoss);
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
    return Racing(race, stop, commands, watcher).run();
}

}  // namespace actlab::nn
