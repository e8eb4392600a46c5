#include "app/models/training_session.hpp"

#include "app/models/training_changes.hpp"
#include "app/models/training_mailbox.hpp"
#include "app/models/training_thread.hpp"
#include "core/data/number_text.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <thread>
#include <utility>

namespace actlab::models {

namespace {

constexpr auto kRefresh = std::chrono::milliseconds(16);
constexpr double kPicturesPerSecond = 30;

nn::Outcome failure(const std::string& why)
{
    nn::Outcome outcome;
    outcome.ending = nn::Ending::Failed;
    outcome.message = why;
    return outcome;
}

// The thread's edge: nothing is thrown beyond it.
nn::Outcome trainSafely(const TrainingSession::Train& train, const nn::TrainingSpec& spec, std::stop_token stop,
                        nn::Commands& commands, nn::Observer& observer)
{
    try {
        return train(spec, std::move(stop), commands, observer);
    } catch (const std::exception& error) {
        return failure(TrainingSession::tr("Training broke off: %1").arg(error.what()).toStdString());
    } catch (...) {
        return failure(TrainingSession::tr("Training broke off for an unknown reason.").toStdString());
    }
}

}  // namespace

TrainingSession::TrainingSession(QObject* parent, Train train)
    : QObject(parent), m_train(std::move(train)), m_thread(std::make_unique<TrainingThread>())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kRefresh);
    connect(&m_timer, &QTimer::timeout, this, &TrainingSession::drain);
}

TrainingSession::~TrainingSession()
{
    forget();
}

nn::Outcome TrainingSession::outcomeSoFar() const
{
    if (m_state == State::Finished || m_history.empty())
        return m_outcome;
    const nn::EpochMetrics& last = m_history.back();
    nn::Outcome outcome;
    outcome.ending = nn::Ending::Stopped;
    outcome.message = "unfinished: kept as it stood after " + data::counted(last.epoch, "epoch");
    if (m_isEditedSince)
        outcome.message += "; measured before its last edits";
    outcome.epochs = last.epoch;
    outcome.steps = last.steps;
    outcome.seconds = last.seconds;
    outcome.engine = m_engine;
    outcome.marks = m_marks;
    outcome.data = m_data;
    if (m_picture && !changesBetween(*m_picture->spec, m_spec).network) {
        outcome.parameters = m_picture->parameters;
        if (m_picture->epoch != last.epoch)
            outcome.message += "; the weights are those after " + data::counted(m_picture->epoch, "epoch");
    }
    return outcome;
}

void TrainingSession::start(nn::TrainingSpec spec)
{
    begin(std::move(spec), State::Running);
}

void TrainingSession::startEdited(nn::TrainingSpec spec)
{
    begin(std::move(spec), State::Edited);
}

void TrainingSession::pause()
{
    if (m_state == State::Running) {
        m_commands->pause();
        setState(State::Paused);
    }
}

void TrainingSession::resume()
{
    if (m_state == State::Paused) {
        m_commands->resume();
        setState(State::Running);
    }
}

void TrainingSession::step(const nn::TrainingSpec& spec)
{
    pause();
    if (!hasBegun())
        begin(spec, State::Paused);
    m_commands->step();
}

void TrainingSession::stop()
{
    if (!hasBegun())
        return;
    if (isPreparing()) {  // nothing to keep, and a library that loads cannot be interrupted
        forget();
        nn::Outcome outcome;
        outcome.ending = nn::Ending::Stopped;
        outcome.message = tr("Stopped before the first epoch.").toStdString();
        finish(std::move(outcome));
    } else {
        m_commands->stop();
    }
}

void TrainingSession::stopNow()
{
    stop();
    while (hasBegun()) {  // it answers within a tenth of a second
        std::this_thread::sleep_for(kRefresh / 4);
        drain();
    }
}

void TrainingSession::reset()
{
    forget();
    setState(State::Idle);
    Q_EMIT progressed();
}

void TrainingSession::setLearningRate(double rate)
{
    if (isOn() && std::isfinite(rate) && rate > 0) {
        m_commands->edit(nn::LearningRateEdit{rate});
        m_askedSpec.learningRate = rate;
    }
}

void TrainingSession::setActivation(std::size_t layer, activation::ActivationPtr activation)
{
    if (isOn() && layer < m_askedSpec.hidden.size() && activation) {
        m_askedSpec.hidden[layer].activation = activation;
        m_commands->edit(nn::ActivationEdit{layer, std::move(activation)});
    }
}

void TrainingSession::setFrozen(std::size_t layer, bool frozen)
{
    if (isOn() && layer <= m_askedSpec.hidden.size()) {
        m_commands->edit(nn::FreezeEdit{layer, frozen});
        const bool isOutput = layer == m_askedSpec.hidden.size();
        (isOutput ? m_askedSpec.outputFrozen : m_askedSpec.hidden[layer].frozen) = frozen;
    }
}

void TrainingSession::setWeight(std::size_t index, float value)
{
    if (isOn())
        m_commands->edit(nn::WeightEdit{index, value});
}

void TrainingSession::begin(nn::TrainingSpec spec, State state)
{
    forget();
    m_spec = std::move(spec);
    m_askedSpec = m_spec;
    m_commands = std::make_shared<nn::Commands>();
    m_mailbox = std::make_shared<TrainingMailbox>(kPicturesPerSecond);
    if (state != State::Running)
        m_commands->pause();
    nn::TrainingSpec given = m_spec;
    if (state == State::Edited)  // nobody has begun what could reach a target
        given.targetLoss = given.targetAccuracy = 0;
    m_thread->run(
        [train = m_train, spec = std::move(given), commands = m_commands, mailbox = m_mailbox](std::stop_token stop) {
            mailbox->post(trainSafely(train, spec, std::move(stop), *commands, *mailbox));
        });
    m_timer.start();
    setState(state);
    Q_EMIT progressed();
}

void TrainingSession::forget()
{
    ++m_run;
    m_thread->stop();
    m_timer.stop();
    m_mailbox.reset();
    m_commands.reset();
    m_history.clear();
    m_marks.clear();
    m_isEditedSince = false;
    m_picture.reset();
    m_data.reset();
    m_engine.clear();
    m_outcome = {};
}

void TrainingSession::finish(nn::Outcome outcome)
{
    m_timer.stop();
    m_outcome = std::move(outcome);
    if (m_state == State::Edited) {  // it was no run
        Q_EMIT stateChanged();
        return;
    }
    nn::endHistory(m_history, m_spec.hidden, m_outcome);
    m_askedSpec = m_spec;  // what it did not take any more does not count
    setState(State::Finished);
    Q_EMIT finished();
}

void TrainingSession::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

void TrainingSession::drain()
{
    const auto mailbox = m_mailbox;
    auto mail = mailbox->take();
    takeOver(mail);
    if (mail.data)
        Q_EMIT dataReady();
    if (!mail.edits.empty())
        Q_EMIT edited();
    if (mail.picture || !mail.epochs.empty())
        Q_EMIT progressed();
    if (mail.outcome && mailbox == m_mailbox)  // a slot may have begun another run meanwhile
        finish(std::move(*mail.outcome));
}

void TrainingSession::takeOver(const TrainingMailbox::Mail& mail)
{
    if (mail.data) {
        m_data = mail.data;
        m_engine = mail.engine;
    }
    if (mail.picture)
        m_picture = mail.picture;
    std::size_t next = 0;
    for (const TrainingMailbox::Edited& edit : mail.edits) {
        for (; next < edit.epochsBefore; ++next)
            note(mail.epochs[next]);
        become(*edit.spec, edit.marks);
    }
    for (; next < mail.epochs.size(); ++next)
        note(mail.epochs[next]);
}

void TrainingSession::note(const nn::EpochMetrics& metrics)
{
    m_history.push_back(metrics);
    m_isEditedSince = false;
}

void TrainingSession::become(const nn::TrainingSpec& spec, const std::vector<nn::Mark>& marks)
{
    const auto before = nn::learnedParameters(m_spec.hidden), after = nn::learnedParameters(spec.hidden);
    if (before != after)
        for (nn::EpochMetrics& metrics : m_history)
            metrics.learned = nn::valuesAmong(before, metrics.learned, after);
    m_spec = spec;
    m_spec.targetLoss = m_askedSpec.targetLoss;  // which begin() may have left out
    m_spec.targetAccuracy = m_askedSpec.targetAccuracy;
    m_isEditedSince = m_isEditedSince || std::ranges::any_of(marks, nn::changesAnswers);
    for (const nn::Mark& mark : marks)
        if (m_state != State::Edited)  // there it is where a run would begin
            nn::addMark(m_marks, mark);
}

}  // namespace actlab::models
