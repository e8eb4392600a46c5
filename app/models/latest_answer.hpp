#pragma once

#include <QMetaObject>
#include <QObject>
#include <exception>
#include <functional>
#include <memory>
#include <utility>

#include "app/models/training_thread.hpp"

namespace actlab::models {

/// Works out answers in a thread of its own, which is made at the first question. A new question ends the work on the
/// one before it; only the newest is heard, in the owner's thread. A member of its owner, and its last one: it stops
/// and joins before what the work uses dies.
template <class Answer>
class LatestAnswer {
public:
    using Work = std::function<Answer(std::stop_token)>;
    using Hear = std::function<void(const Answer&)>;
    /// The answer of a work that threw. Called where the work was.
    using Broken = std::function<Answer(const QString& why)>;

    LatestAnswer(QObject& owner, Broken broken) : m_owner(owner), m_broken(std::move(broken)) {}
    LatestAnswer(const LatestAnswer&) = delete;
    LatestAnswer& operator=(const LatestAnswer&) = delete;

    void ask(Work work, Hear hear)
    {
        if (!m_thread)
            m_thread = std::make_unique<TrainingThread>();
        m_isBusy = true;
        const auto heard = [this, question = ++m_question, hear = std::move(hear)](const Answer& answer) {
            if (question != m_question)
                return;
            m_isBusy = false;
            hear(answer);
        };
        m_thread->run([this, heard, work = std::move(work)](std::stop_token stop) {
            QMetaObject::invokeMethod(
                &m_owner, [heard, answer = now(work, std::move(stop))] { heard(answer); }, Qt::QueuedConnection);
        });
    }

    /// In the caller's own thread: for what is quick.
    Answer now(const Work& work, std::stop_token stop = {}) const
    {
        try {
            return work(std::move(stop));
        } catch (const std::exception& error) {
            return m_broken(QString::fromUtf8(error.what()));
        } catch (...) {
            return m_broken(QStringLiteral("?"));
        }
    }

    void forget()  ///< what was asked last is not heard any more
    {
        ++m_question;
        m_isBusy = false;
        if (m_thread)
            m_thread->stop();
    }

    bool isBusy() const { return m_isBusy; }

private:
    QObject& m_owner;
    const Broken m_broken;
    bool m_isBusy = false;
    int m_question = 0;  ///< the newest
    std::unique_ptr<TrainingThread> m_thread;
};

}  // namespace actlab::models
