#include "core/nn/train.hpp"

#include <utility>

namespace actlab::nn {

void Commands::pause()
{
    const std::scoped_lock lock(m_mutex);
    m_paused = true;
}

void Commands::resume()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_paused = false;
        m_steps = 0;
    }
    m_said.notify_all();
}

void Commands::step()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_steps += m_paused ? 1 : 0;
    }
    m_said.notify_all();
}

void Commands::setLearningRate(double rate)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_learningRate = rate;
    }
    m_said.notify_all();
}

void Commands::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
    }
    m_said.notify_all();
}

bool Commands::isStopped()
{
    const std::scoped_lock lock(m_mutex);
    return m_stopped;
}

Commands::Taken Commands::take(std::stop_token stop, WhilePaused whilePaused)
{
    std::unique_lock lock(m_mutex);
    const bool waits = whilePaused == WhilePaused::Wait;
    if (waits)
        m_said.wait(lock, std::move(stop),
                    [this] { return !m_paused || m_stopped || m_steps > 0 || m_learningRate.has_value(); });
    Taken taken{m_paused, waits && m_steps > 0, m_stopped, std::exchange(m_learningRate, std::nullopt)};
    m_steps -= taken.stepOnce ? 1 : 0;
    return taken;
}

}  // namespace actlab::nn
