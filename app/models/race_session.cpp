#include "app/models/race_session.hpp"

#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace actlab::models {

namespace {

constexpr int kMillisecondsBetweenLooks = 100;

}  // namespace

/// Where a race leaves what it has until the screen looks; the latest wins.
class RaceSession::Mailbox {
public:
    struct Mail {
        std::size_t over = 0, all = 0;
        std::optional<nn::RaceResult> result;
        QString failure;
        bool isLast = false;
    };

    nn::Commands commands;

    bool isWanted()  ///< the screen has seen the one before: what nobody looks at is not copied
    {
        const std::scoped_lock lock(m_mutex);
        return !m_mail.result;
    }
    void post(Mail mail)
    {
        const std::scoped_lock lock(m_mutex);
        m_mail = std::move(mail);
    }
    void postCount(std::size_t over, std::size_t all)
    {
        const std::scoped_lock lock(m_mutex);
        m_mail.over = over;
        m_mail.all = all;
    }
    Mail take()
    {
        const std::scoped_lock lock(m_mutex);
        Mail mail = m_mail;
        m_mail.result.reset();
        return mail;
    }

private:
    std::mutex m_mutex;
    Mail m_mail;
};

RaceSession::RaceSession(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(kMillisecondsBetweenLooks);
    connect(&m_timer, &QTimer::timeout, this, &RaceSession::drain);
}

RaceSession::~RaceSession()
{
    m_thread.stop();
}

void RaceSession::start(nn::RaceSpec race)
{
    m_spec = std::move(race);
    m_result = {};
    m_failure.clear();
    m_over = m_all = 0;
    m_isOn = true;
    m_mailbox = std::make_shared<Mailbox>();
    m_thread.run([spec = m_spec, mailbox = m_mailbox](const std::stop_token& stop) {
        std::size_t begun = 0, runs = 0;
        const auto watch = [&](std::size_t over, std::size_t all, const nn::RaceResult& soFar) {
            begun = over;
            runs = all;
            if (!mailbox->isWanted())
                return mailbox->postCount(over, all);
            nn::RaceResult result = soFar;
            nn::conclude(result);
            mailbox->post({over, all, std::move(result), {}, false});
        };
        try {
            nn::RaceResult result = nn::race(spec, stop, mailbox->commands, watch);
            const std::size_t over = result.isStopped ? begun : runs;
            mailbox->post({over, runs, std::move(result), {}, true});
        } catch (const std::exception& error) {
            mailbox->post({0, 0, std::nullopt, tr("The race broke off: %1").arg(error.what()), true});
        }
    });
    m_timer.start();
    Q_EMIT resultChanged();
    Q_EMIT progressed();
}

void RaceSession::stop()
{
    if (m_isOn)
        m_mailbox->commands.stop();
}

void RaceSession::drain()
{
    const Mailbox::Mail mail = m_mailbox->take();
    m_over = mail.over;
    m_all = mail.all;
    if (mail.result) {
        m_result = *mail.result;
        Q_EMIT resultChanged();
    }
    if (mail.isLast) {
        m_failure = mail.failure;
        m_isOn = false;
        m_timer.stop();
    }
    Q_EMIT progressed();
}

}  // namespace actlab::models
