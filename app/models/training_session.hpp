#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

#include "core/nn/train.hpp"

namespace actlab::models {

class TrainingMailbox;
class TrainingThread;

/// The run the screen watches. Owns the one worker thread; what the thread says reaches the screen at
/// the timer's rate: every epoch, and the latest picture.
class TrainingSession : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Running, Paused, Finished };
    Q_ENUM(State)

    using Train = std::function<nn::Outcome(const nn::TrainingSpec&, std::stop_token, nn::Commands&, nn::Observer&)>;

    explicit TrainingSession(QObject* parent = nullptr, Train train = nn::train);
    ~TrainingSession() override;

    State state() const { return m_state; }
    bool isOn() const { return m_state == State::Running || m_state == State::Paused; }
    /// A run has been asked for and its engine is still being made (LibTorch may be loading).
    bool isPreparing() const { return isOn() && !m_data; }

    /// What the run was begun with; the learning rate is the one now in use.
    const nn::TrainingSpec& spec() const { return m_spec; }
    const std::string& engine() const { return m_engine; }
    const std::vector<nn::EpochMetrics>& history() const { return m_history; }
    std::shared_ptr<const nn::Picture> picture() const { return m_picture; }
    std::shared_ptr<const data::Dataset> data() const { return m_data; }
    const nn::Outcome& outcome() const { return m_outcome; }  ///< valid in State::Finished

    void start(nn::TrainingSpec spec);
    void pause();
    void resume();
    /// One epoch, then paused. Where no run is on, begins one of `spec`.
    void step(const nn::TrainingSpec& spec);
    void stop();
    /// Back to the untrained network: ends the run and clears the curves. start() with the same spec
    /// begins with the same weights again.
    void reset();
    void setLearningRate(double rate);

Q_SIGNALS:
    void stateChanged();
    void dataReady();
    void progressed();  ///< history grew or the picture changed; at most 60 times a second
    void finished();

private:
    void begin(nn::TrainingSpec spec, State state);
    void forget();
    void finish(nn::Outcome outcome);
    void setState(State state);
    void drain();

    const Train m_train;
    State m_state = State::Idle;
    nn::TrainingSpec m_spec;
    std::string m_engine;
    std::vector<nn::EpochMetrics> m_history;
    std::shared_ptr<const nn::Picture> m_picture;
    std::shared_ptr<const data::Dataset> m_data;
    nn::Outcome m_outcome;
    std::shared_ptr<nn::Commands> m_commands;    // of the present run, shared with its job
    std::shared_ptr<TrainingMailbox> m_mailbox;  // likewise
    QTimer m_timer;
    std::unique_ptr<TrainingThread> m_thread;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::models
