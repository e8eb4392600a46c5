#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "app/models/training_thread.hpp"
#include "core/nn/race.hpp"

namespace actlab::models {

/// A race between activations in a thread of its own. What it has is seen by the screen ten times a second.
class RaceSession : public QObject {
    Q_OBJECT

public:
    explicit RaceSession(QObject* parent = nullptr);
    ~RaceSession() override;

    bool isOn() const { return m_isOn; }
    std::size_t runsOver() const { return m_over; }
    std::size_t runsInAll() const { return m_all; }
    /// What was raced last, and what has come of it so far; without standings before the first race.
    const nn::RaceSpec& spec() const { return m_spec; }
    const nn::RaceResult& result() const { return m_result; }
    /// Why a race could not go on; empty where it could.
    const QString& failure() const { return m_failure; }

    /// `race` must be valid. Ends the one that is on, whose results are lost.
    void start(nn::RaceSpec race);
    /// The race ends with what it has.
    void stop();

Q_SIGNALS:
    void progressed();     ///< begun, one more run over, or ended
    void resultChanged();  ///< result() is another

private:
    class Mailbox;

    void drain();

    nn::RaceSpec m_spec;
    nn::RaceResult m_result;
    QString m_failure;
    std::size_t m_over = 0, m_all = 0;
    bool m_isOn = false;
    std::shared_ptr<Mailbox> m_mailbox;  // of the present race, shared with its job
    QTimer m_timer;
    TrainingThread m_thread;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::models
