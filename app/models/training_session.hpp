#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

#include "app/models/training_mailbox.hpp"
#include "core/nn/train.hpp"

namespace actlab::models {

class TrainingThread;

/// The run the screen watches. Owns the one worker thread; what the thread says reaches the screen at
/// the timer's rate: every epoch, and the latest picture.
class TrainingSession : public QObject {
    Q_OBJECT

public:
    /// Edited: shows first weights that were set by hand, and is no run yet; start() and step() begin one.
    enum class State { Idle, Edited, Running, Paused, Finished };
    Q_ENUM(State)

    using Train = std::function<nn::Outcome(const nn::TrainingSpec&, std::stop_token, nn::Commands&, nn::Observer&)>;

    explicit TrainingSession(QObject* parent = nullptr, Train train = nn::train);
    ~TrainingSession() override;

    State state() const { return m_state; }
    /// There is a network, which may be edited. In State::Edited not where its weights cannot be shown: outcome()
    /// says why.
    bool isOn() const { return hasBegun() || (m_state == State::Edited && m_outcome.message.empty()); }
    bool hasBegun() const { return m_state == State::Running || m_state == State::Paused; }
    /// Tells one run from the next, and from there being none.
    std::size_t run() const { return m_run; }
    /// A run has been asked for and its engine is still being made (LibTorch may be loading).
    bool isPreparing() const { return isOn() && !m_data; }

    /// What the run was begun with and has been edited to: of the network as it is. An edit that is asked for is in
    /// it once the run has taken it.
    const nn::TrainingSpec& spec() const { return m_spec; }
    /// The same with the edits that are still under way.
    const nn::TrainingSpec& askedSpec() const { return m_askedSpec; }
    const std::string& engine() const { return m_engine; }
    /// Learned values are those of the network as it is; NaN where it did not have them yet. Of a run that diverged,
    /// the last is nn::lostEpoch().
    const std::vector<nn::EpochMetrics>& history() const { return m_history; }
    /// The edits that the run has taken, a drag as one.
    const std::vector<nn::Mark>& marks() const { return m_marks; }
    /// Since the last of history() it has taken edits that make it answer otherwise.
    bool isEditedSince() const { return m_isEditedSince; }
    std::shared_ptr<const nn::Picture> picture() const { return m_picture; }
    std::shared_ptr<const data::Dataset> data() const { return m_data; }
    const nn::Outcome& outcome() const { return m_outcome; }  ///< valid in State::Finished, and as isOn() says
    /// The same of a run that is on, with the weights of its latest picture; none where those are of another network
    /// than spec() is by now.
    nn::Outcome outcomeSoFar() const;

    void start(nn::TrainingSpec spec);
    void startEdited(nn::TrainingSpec spec);  ///< waits in State::Edited for its edits, and reaches no target
    void pause();
    void resume();
    /// One epoch, then paused. Where no run has begun, begins one of `spec`.
    void step(const nn::TrainingSpec& spec);
    void stop();     ///< what has begun; in State::Edited there is nothing to keep
    void stopNow();  ///< and waits until the run is over
    /// Back to the untrained network: ends the run and clears the curves. start() with the same spec
    /// begins with the same weights again.
    void reset();

    // Edits of the run that is on, which it takes between two steps; while it is paused, a new picture shows them at
    // once. What the network does not have, and what is so already, changes nothing.
    void setLearningRate(double rate);
    void setActivation(std::size_t layer, activation::ActivationPtr activation);
    void setFrozen(std::size_t layer, bool frozen);
    /// One number of the flat parameter vector, by the Layout of spec().
    void setWeight(std::size_t index, float value);

Q_SIGNALS:
    void stateChanged();  ///< or isOn()
    void dataReady();
    void progressed();  ///< history grew or the picture changed; at most 60 times a second
    void edited();      ///< the run has taken edits: spec() and marks() are others
    void finished();

private:
    void begin(nn::TrainingSpec spec, State state);
    void forget();
    void finish(nn::Outcome outcome);
    void setState(State state);
    void drain();
    void takeOver(const TrainingMailbox::Mail& mail);
    void note(const nn::EpochMetrics& metrics);
    void become(const nn::TrainingSpec& spec, const std::vector<nn::Mark>& marks);

    const Train m_train;
    State m_state = State::Idle;
    std::size_t m_run = 0;
    nn::TrainingSpec m_spec, m_askedSpec;
    std::string m_engine;
    std::vector<nn::EpochMetrics> m_history;
    std::vector<nn::Mark> m_marks;
    bool m_isEditedSince = false;
    std::shared_ptr<const nn::Picture> m_picture;
    std::shared_ptr<const data::Dataset> m_data;
    nn::Outcome m_outcome;
    std::shared_ptr<nn::Commands> m_commands;    // of the present run, shared with its job
    std::shared_ptr<TrainingMailbox> m_mailbox;  // likewise
    QTimer m_timer;
    std::unique_ptr<TrainingThread> m_thread;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::models
