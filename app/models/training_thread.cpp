#include "app/models/training_thread.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <utility>

namespace actlab::models {

namespace {

// On Linux the "process" of setpriority is a thread when given its id; QThread::LowPriority does nothing.
void beNice()
{
    constexpr int kNiceness = 10;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNiceness);
}

}  // namespace

TrainingThread::TrainingThread() : m_thread([this](std::stop_token quit) { work(std::move(quit)); }) {}

TrainingThread::~TrainingThread()
{
    m_thread.request_stop();
    stop();
}

void TrainingThread::run(Job job)
{
    stop();
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting = std::move(job);
    }
    m_wakeUp.notify_one();
}

void TrainingThread::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.reset();
    m_jobStop.request_stop();
}

void TrainingThread::work(std::stop_token quit)
{
    beNice();
    while (const auto job = nextJob(quit))
        job();
}

std::function<void()> TrainingThread::nextJob(std::stop_token quit)
{
    std::unique_lock lock(m_mutex);
    if (!m_wakeUp.wait(lock, quit, [this] { return m_waiting.has_value(); }))
        return {};
    m_jobStop = std::stop_source();
    Job job = std::move(*std::exchange(m_waiting, std::nullopt));
    return [job = std::move(job), stop = m_jobStop.get_token()] { job(stop); };
}

}  // namespace actlab::models
