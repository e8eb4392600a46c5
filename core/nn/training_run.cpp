#include "core/nn/training_run.hpp"

#include "core/nn/divergence.hpp"
#include "core/nn/schedule.hpp"

#include "core/data/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

namespace actlab::nn {

namespace {

/// The first weight or other learned number that is beyond reason. The running numbers of batch normalisation are as
/// large as the data make them.
std::optional<float> wildWeight(const Layout& layout, std::span<const float> parameters)
{
    std::size_t begin = 0;
    for (const Layout::Dense& dense : layout.layers) {
        if (!dense.norm)
            continue;
        if (const auto wild = firstWild(parameters.subspan(begin, dense.norm->mean - begin)))
            return wild;
        begin = dense.norm->variance + dense.out;
    }
    return firstWild(parameters.subspan(begin));
}

}  // namespace

TrainingRun::TrainingRun(const TrainingSpec& spec, std::shared_ptr<const data::Dataset> data,
                         std::unique_ptr<Engine> engine, std::vector<float> parameters, Company company)
    : m_spec(std::make_shared<const TrainingSpec>(spec)),
      m_data(std::move(data)),
      m_company(std::move(company)),
      m_engine(std::move(engine)),
      m_layout(layoutOf(spec, *m_data)),
      m_batches(m_data->train.rows(), spec.batch, spec.seed, rowOrderOf(spec)),
      m_painter(*m_data, m_company.observer.picturesPerSecond())
{
    m_outcome.parameters = std::move(parameters);
    m_outcome.data = m_data;
    m_outcome.engine = m_engine->name();
    m_outcome.spec = m_spec;
}

Outcome TrainingRun::run()
{
    m_watch.start();
    try {
        m_company.observer.started(m_data, m_outcome.engine);
        report();
        while (!m_isOver && m_outcome.epochs < m_spec->epochs)
            trainEpoch();
        if (!m_isOver)
            end(Ending::Finished, "finished " + data::counted(m_outcome.epochs, "epoch"));
        return finish();
    } catch (const std::exception& error) {
        end(Ending::Failed, "Training broke off: " + std::string(error.what()));
        m_outcome.seconds = m_watch.seconds();
        return m_outcome;
    }
}

void TrainingRun::trainEpoch()
{
    passRateOn();
    m_batches.startEpoch();
    while (!m_batches.empty() && mayGoOn())
        takeStep();
    heedStop();  // the last step may have broken off
    if (m_isOver)
        return;
    ++m_outcome.epochs;
    m_isStepping = false;
    report();
}

void TrainingRun::takeStep()
{
    const double loss = m_engine->step(m_batches.next());
    ++m_outcome.steps;
    m_isPainted = false;
    if (m_batches.empty())
        m_gradientNorm = m_engine->gradientNorm();
    if (!isSane(loss))
        diverge(whatBecame("loss", loss));
}

bool TrainingRun::mayGoOn()
{
    using enum Commands::WhilePaused;
    Commands::Taken taken = obey(GoOn);
    while (!m_isOver && taken.paused && !m_isStepping) {
        if (m_painter.isWanted() && !m_isPainted)
            paint([this] { return isAskedToStop(); });
        m_watch.hold();
        taken = obey(Wait);
        m_watch.goOn();
        m_isStepping = taken.stepOnce;
    }
    m_isStepping = m_isStepping && taken.paused;
    return !m_isOver;
}

bool TrainingRun::isAskedToStop()
{
    return m_company.stop.stop_requested() || m_company.commands.isStopped();
}

Commands::Taken TrainingRun::obey(Commands::WhilePaused whilePaused)
{
    Commands::Taken taken = m_company.commands.take(m_company.stop, whilePaused);
    for (const Edit& edit : taken.edits)
        take(edit);
    heedStop();
    return taken;
}

void TrainingRun::heedStop()
{
    if (isAskedToStop())
        end(Ending::Stopped, "stopped after " + data::counted(m_outcome.epochs, "epoch"));
}

void TrainingRun::passRateOn()
{
    m_engine->setLearningRate(presentRate(m_outcome.epochs));
}

double TrainingRun::presentRate(std::size_t epochsDone) const
{
    return m_spec->learningRate * rateFactor(m_spec->schedule, epochsDone, m_spec->epochs);
}

void TrainingRun::report()
{
    const Metrics train = m_engine->evaluate(m_data->train);
    const Metrics test = m_engine->evaluate(m_data->test);
    heedStop();
    if (m_isOver)
        return;  // the measurement may have broken off
    std::vector<float> parameters = m_engine->parameters();
    const EpochMetrics metrics{m_outcome.epochs,
                               train.loss,
                               test.loss,
                               train.accuracy,
                               test.accuracy,
                               m_watch.seconds(),
                               learnedValues(m_layout, parameters),
                               m_outcome.steps,
                               presentRate(m_outcome.epochs - std::min<std::size_t>(m_outcome.epochs, 1)),
                               m_gradientNorm};
    if (!isHealthy(metrics, parameters))
        return;
    m_outcome.parameters = std::move(parameters);
    m_measured = {metrics.epoch, metrics.steps, metrics.seconds};
    m_isEdited = false;
    m_firstLoss = m_firstLoss.value_or(metrics.trainLoss);
    m_lastLoss = metrics.trainLoss;
    m_company.observer.epochDone(metrics);
    if (m_painter.isDue())
        paint([this] { return isAskedToStop(); });
    stopAtTarget(metrics);
    stopOutOfPatience(metrics);
}

bool TrainingRun::isHealthy(const EpochMetrics& metrics, std::span<const float> parameters)
{
    if (!isSane(metrics.trainLoss))
        diverge(whatBecame("loss", metrics.trainLoss));
    else if (!isSane(metrics.testLoss))
        diverge(whatBecame("test loss", metrics.testLoss));
    else if (const auto wild = wildWeight(m_layout, parameters))
        diverge(whatBecame("a weight", *wild));
    return !m_isOver;
}

void TrainingRun::stopAtTarget(const EpochMetrics& metrics)
{
    const std::string when = " in epoch " + std::to_string(metrics.epoch);
    if (m_spec->targetLoss > 0 && metrics.testLoss < m_spec->targetLoss)
        end(Ending::ReachedTarget, "reached the test loss asked for" + when);
    else if (m_spec->targetAccuracy > 0 && metrics.testAccuracy >= m_spec->targetAccuracy)
        end(Ending::ReachedTarget, "reached the test accuracy asked for" + when);
}

void TrainingRun::stopOutOfPatience(const EpochMetrics& metrics)
{
    if (metrics.testLoss < m_bestLoss) {
        m_bestLoss = metrics.testLoss;
        m_outcome.bestEpoch = metrics.epoch;
    }
    if (!m_isOver && m_spec->patience > 0 && metrics.epoch - m_outcome.bestEpoch >= m_spec->patience)
        end(Ending::OutOfPatience, "stopped in epoch " + std::to_string(metrics.epoch) +
                                       ": the test loss was best in epoch " + std::to_string(m_outcome.bestEpoch) +
                                       ", and patience was for " + data::counted(m_spec->patience, "epoch"));
}

void TrainingRun::paint(const Painter::IsOver& isOver)
{
    if (const auto picture = m_painter.paint(*m_engine, m_outcome.epochs, m_spec, isOver)) {
        m_isPainted = true;
        m_company.observer.pictureTaken(picture);
    }
}

/// A person who stopped the run does not wait for a slow picture.
void TrainingRun::paintLast()
{
    if (m_painter.isWanted() && (m_outcome.ending != Ending::Stopped || m_painter.isQuick()))
        paint([] { return false; });
}

void TrainingRun::diverge(const std::string& what)
{
    if (m_outcome.steps > 0)
        m_outcome.suggestedLearningRate =
            lowerLearningRate(m_spec->learningRate, usualLearningRate(m_spec->optimizer));
    end(Ending::Diverged,
        divergenceMessage(m_outcome.steps, what, m_spec->learningRate, m_outcome.suggestedLearningRate));
    if (m_outcome.steps == 0 && !m_spec->handWeights.empty())
        m_outcome.message += ", or weights that were set by hand are too large";
}

void TrainingRun::end(Ending ending, std::string message)
{
    m_isOver = true;
    m_outcome.ending = ending;
    m_outcome.message = std::move(message);
}

/// A rate that usually goes well is not to blame.
void TrainingRun::sayWhetherWorse()
{
    m_outcome.isWorse = m_outcome.ending != Ending::Diverged && m_lastLoss > m_firstLoss.value_or(m_lastLoss);
    if (!m_outcome.isWorse)
        return;
    m_outcome.message += "; the training loss ended above where it began";
    const double usual = usualLearningRate(m_spec->optimizer);
    if (m_spec->learningRate > usual)
        m_outcome.suggestedLearningRate = lowerLearningRate(m_spec->learningRate, usual);
}

/// Whoever stops a run does not wait for a slow measurement: its figures may be older than its network.
void TrainingRun::sayWhatIsNotMeasured()
{
    const std::size_t steps = m_outcome.steps - (m_measured ? m_measured->step : 0);
    if (m_outcome.ending != Ending::Stopped || !m_measured || (steps == 0 && !m_isEdited))
        return;
    m_outcome.message += "; measured before its last ";
    if (steps > 0)
        m_outcome.message += steps == 1 ? "step" : data::counted(steps, "step");
    if (m_isEdited)
        m_outcome.message += steps > 0 ? " and edits" : "edits";
}

Outcome TrainingRun::finish()
{
    m_watch.hold();
    m_outcome.seconds = m_watch.seconds();
    if (m_outcome.ending == Ending::Diverged && m_measured)
        m_outcome.epochs = m_measured->epoch + 1;
    sayWhetherWorse();
    sayWhatIsNotMeasured();
    std::vector<float> parameters = m_engine->parameters();
    if (m_outcome.ending != Ending::Diverged && !wildWeight(m_layout, parameters))
        m_outcome.parameters = std::move(parameters);
    else
        m_engine->setParameters(m_outcome.parameters);
    paintLast();
    return m_outcome;
}

}  // namespace actlab::nn
