#include "core/nn/stopwatch.hpp"

namespace actlab::nn {

void Stopwatch::start()
{
    m_before = {};
    m_since = Clock::now();
    m_runs = true;
}

void Stopwatch::hold()
{
    if (m_runs)
        m_before += Clock::now() - m_since;
    m_runs = false;
}

void Stopwatch::goOn()
{
    if (!m_runs)
        m_since = Clock::now();
    m_runs = true;
}

double Stopwatch::seconds() const
{
    const Clock::duration now = m_runs ? Clock::now() - m_since : Clock::duration{};
    return std::chrono::duration<double>(m_before + now).count();
}

}  // namespace actlab::nn
