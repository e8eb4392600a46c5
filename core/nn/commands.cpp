#include "core/nn/train.hpp"

#include <algorithm>
#include <utility>

namespace actlab::nn {

void Commands::pause()
{
    std::unique_lock lock(m_mutex);
    m_paused = true;
    say(std::move(lock));
}

void Commands::resume()
{
    std::unique_lock lock(m_mutex);
    m_paused = false;
    m_steps = 0;
    say(std::move(lock));
}

void Commands::step()
{
    std::unique_lock lock(m_mutex);
    m_steps += m_paused ? 1 : 0;
    say(std::move(lock));
}

void Commands::edit(Edit edit)
{
    if (!isSound(edit))
        return;
    std::unique_lock lock(m_mutex);
    const auto older = std::ranges::find_if(m_edits, [&](const Edit& e) { return areAboutTheSame(e, edit); });
    if (older == m_edits.end())
        m_edits.push_back(std::move(edit));
    else
        *older = std::move(edit);
    say(std::move(lock));
}

void Commands::stop()
{
    std::unique_lock lock(m_mutex);
    m_stopped = true;
    say(std::move(lock));
}

void Commands::say(std::unique_lock<std::mutex> lock)
{
    m_hasNews = true;
    lock.unlock();
    m_said.notify_all();
}

bool Commands::isStopped()
{
    if (!m_hasNews)
        return false;
    const std::scoped_lock lock(m_mutex);
    return m_stopped;
}

Commands::Taken Commands::take(const std::stop_token& stop, WhilePaused whilePaused)
{
    if (!m_hasNews)
        return {};
    std::unique_lock lock(m_mutex);
    const bool waits = whilePaused == WhilePaused::Wait;
    if (waits)
        m_said.wait(lock, stop, [this] { return !m_paused || m_stopped || m_steps > 0 || !m_edits.empty(); });
    Taken taken{m_paused, waits && m_steps > 0, m_stopped, std::exchange(m_edits, {})};
    m_steps -= taken.stepOnce ? 1 : 0;
    m_hasNews = m_paused || m_stopped;
    return taken;
}

}  // namespace actlab::nn
