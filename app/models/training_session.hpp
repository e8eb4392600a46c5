#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

#include "core/nn/train.hpp"

namespace actlab::models {

class TrainingThread;

/// The run the screen watches. Owns the one worker thread; what the thread says reaches the screen at
/// the timer's rate: every epoch, and the latest picture.
class TrainingSession : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Running, Paused, Finished };
    Q_ENUM(State)

    explicit TrainingSession(QObject* parent = nullptr);
    ~TrainingSession() override;

    State state() const { return m_state; }
    const std::vector<nn::EpochMetrics>& history() const { return m_history; }
    std::shared_ptr<const nn::Picture> picture() const { return m_picture; }
    std::shared_ptr<const data::Dataset> data() const { return m_data; }
    const nn::Outcome& outcome() const { return m_outcome; }   ///< valid in State::Finished

    void start(nn::TrainingSpec spec);
    void pause();
    void resume();
    void step();                        ///< one epoch, then paused; starts a paused run when idle
    void stop();
    /// Back to the untrained network: ends the run and clears the curves. start() with the same spec
    /// begins with the same weights again.
    void reset();
    void setLearningRate(double rate);

Q_SIGNALS:
    void stateChanged();
    void dataReady();
    void progressed();    ///< history grew or the picture changed; at most 60 times a second
    void finished();

private:
    void setState(State state);
    void drain();

    State m_state = State::Idle;
    std::vector<nn::EpochMetrics> m_history;
    std::shared_ptr<const nn::Picture> m_picture;
    std::shared_ptr<const data::Dataset> m_data;
    nn::Outcome m_outcome;
    QTimer m_timer;
    std::unique_ptr<TrainingThread> m_thread;   // last: stops and joins before what it uses dies
};

}  // namespace actlab::models
