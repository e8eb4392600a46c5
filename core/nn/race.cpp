#include "core/nn/race_statistics.hpp"

#include "core/data/describe.hpp"
#include "core/data/names.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::nn {

namespace {

/// Keeps the last epoch, and of all of them how well they did.
class Course final : public Observer {
public:
    EpochMetrics last;
    std::vector<RaceRun::Epoch> epochs;
    void started(std::shared_ptr<const data::Dataset>, const std::string&) override {}
    void epochDone(const EpochMetrics& epoch) override
    {
        last = epoch;
        epochs.push_back({static_cast<float>(epoch.testLoss), static_cast<float>(epoch.testAccuracy)});
    }
    void pictureTaken(std::shared_ptr<const Picture>) override {}
};

Measure measureOf(const TrainingSpec& spec)
{
    if (spec.targetLoss > 0 || spec.targetAccuracy > 0)
        return Measure::Epochs;
    return data::isRegression(spec.data) ? Measure::Loss : Measure::Accuracy;
}

TrainingSpec specFor(const RaceSpec& race, const activation::ActivationPtr& runner, std::size_t seed)
{
    TrainingSpec spec = race.training;
    for (Layer& layer : spec.hidden)
        layer.activation = runner;
    if (spec.init == Init::Auto)
        spec.init = Init::Xavier;
    if (measureOf(spec) == Measure::Epochs)
        spec.patience = 0;  // who gives up early would be the first to be over
    spec.handWeights.clear();  // they would be the same for every seed
    spec.seed += seed;
    spec.data.seed += seed;
    return spec;
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
        conclude(m_result);
        return std::move(m_result);
    }

private:
    /// Once the race is stopped, no run begins any more.
    RaceRun runOne(const Standing& standing, std::size_t seed, double rate)
    {
        if (m_result.isStopped)
            return {};
        const std::size_t each = m_race.seeds + (m_race.tunesRate ? std::size(kRateFactors) : 0);
        m_watcher(m_over++, each * m_race.runners.size(), m_result);
        TrainingSpec spec = specFor(m_race, standing.activation, seed);
        spec.learningRate = rate;
        Course course;
        const Outcome outcome = train(spec, m_stop, m_commands, course);
        if (outcome.data && m_result.aboutData.empty())
            m_result.aboutData = data::describe(*outcome.data);
        m_result.isStopped = outcome.ending == Ending::Stopped;
        return {spec.seed,       outcome.ending, outcome.message,         outcome.epochs,
                outcome.seconds, course.last,    std::move(course.epochs)};
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
