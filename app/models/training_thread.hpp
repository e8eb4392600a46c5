#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace actlab::models {

/// One long-lived worker thread at nice 10, so that the window keeps its core. Long-lived because the
/// libraries under Torch keep a pool for every thread that ever called them.
class TrainingThread {
public:
    /// Must end soon after the token is stopped. What it throws is its own business: nothing may escape.
    using Job = std::function<void(std::stop_token)>;

    TrainingThread();
    ~TrainingThread();  ///< stops the job and joins

    /// Stops the job that runs, and runs this one next; a job that was still waiting is never run.
    void run(Job job);
    void stop();  ///< asks the job that runs, and the one that waits, to end

private:
    void work(std::stop_token quit);
    std::function<void()> nextJob(std::stop_token quit);  ///< empty: it is time to go home

    std::mutex m_mutex;
    std::condition_variable_any m_wakeUp;
    std::optional<Job> m_waiting;
    std::stop_source m_jobStop;
    std::jthread m_thread;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::models
