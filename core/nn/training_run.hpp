#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/nn/batches.hpp"
#include "core/nn/edited_network.hpp"
#include "core/nn/engine.hpp"
#include "core/nn/painter.hpp"
#include "core/nn/stopwatch.hpp"
#include "core/nn/train.hpp"

namespace actlab::nn {

/// Those who watch a run and may interrupt it.
struct Company {
    std::stop_token stop;
    Commands& commands;
    Observer& observer;
};

/// One training from its first step to its outcome. Used once.
class TrainingRun {
public:
    /// `spec` must be valid; `parameters` are those that `engine` starts from.
    TrainingRun(const TrainingSpec& spec, std::shared_ptr<const data::Dataset> data, std::unique_ptr<Engine> engine,
                std::vector<float> parameters, Company company);

    Outcome run();

private:
    void trainEpoch();
    void takeStep();

    bool mayGoOn();  ///< obeys what was said, waits while paused; false where the run is over
    bool isAskedToStop();
    Commands::Taken obey(Commands::WhilePaused whilePaused);
    void heedStop();
    void take(const Edit& edit);
    void rebuild(const Edit& edit, EditedNetwork& next);
    void announce(std::vector<Mark> marks);
    void passRateOn();
    double presentRate(std::size_t epochsDone) const;

    void report();  ///< measures the network, keeps its parameters if they are good, tells the observer
    bool isHealthy(const EpochMetrics& metrics, std::span<const float> parameters);
    void stopAtTarget(const EpochMetrics& metrics);
    void stopOutOfPatience(const EpochMetrics& metrics);
    void paint(const Painter::IsOver& isOver);
    void paintLast();

    void diverge(const std::string& what);
    void end(Ending ending, std::string message);
    void sayWhetherWorse();
    void sayWhatIsNotMeasured();
    Outcome finish();

    std::shared_ptr<const TrainingSpec> m_spec;  ///< with what was edited by now
    const std::shared_ptr<const data::Dataset> m_data;
    Company m_company;
    std::unique_ptr<Engine> m_engine;
    Layout m_layout;
    Batches m_batches;
    Painter m_painter;
    Stopwatch m_watch;
    double m_bestLoss = std::numeric_limits<double>::infinity();       ///< the least test loss so far
    std::optional<double> m_firstLoss;                                 ///< of the rows to train with
    double m_lastLoss = 0;                                             ///< likewise
    double m_gradientNorm = std::numeric_limits<double>::quiet_NaN();  ///< of the last step of an epoch
    std::optional<RunPlace> m_measured;                                ///< where it was last
    bool m_isEdited = false;                                           ///< since then, so that it answers otherwise
    bool m_isStepping = false;  ///< paused, but on the way to the end of an epoch
    bool m_isOver = false;
    bool m_isPainted = false;  ///< the last picture shows the network as it is
    Outcome m_outcome;         ///< its parameters are the last good ones
};

}  // namespace actlab::nn
