#include "app/cli/train_log.hpp"

#include "app/cli/numbers.hpp"

#include <iostream>
#include <unistd.h>

namespace actlab::cli {

TrainLog::TrainLog(std::size_t epochs, bool isQuiet, std::function<void(const nn::EpochMetrics&)> tell)
    : m_epochs(epochs), m_showsBar(!isQuiet && isatty(STDERR_FILENO)), m_tell(std::move(tell))
{
}

void TrainLog::started(std::shared_ptr<const data::Dataset>, const std::string&) {}

void TrainLog::epochDone(const nn::EpochMetrics& metrics)
{
    using namespace std::chrono_literals;
    m_history.push_back(metrics);
    if (m_tell)
        m_tell(metrics);
    const auto now = std::chrono::steady_clock::now();
    if (!m_showsBar || (now - m_lastShown < 50ms && metrics.epoch < m_epochs))
        return;
    m_lastShown = now;
    showBar(metrics);
}

void TrainLog::pictureTaken(std::shared_ptr<const nn::Picture>) {}

void TrainLog::showBar(const nn::EpochMetrics& metrics) const
{
    constexpr std::size_t kWidth = 30;
    const std::size_t done = kWidth * metrics.epoch / std::max<std::size_t>(m_epochs, 1);
    std::cerr << "\r\033[K[" << std::string(done, '#') << std::string(kWidth - done, '.') << "] epoch "
              << metrics.epoch << "/" << m_epochs << "  test loss " << rounded(metrics.testLoss) << "  accuracy "
              << rounded(metrics.testAccuracy) << std::flush;
}

void TrainLog::end(std::span<const nn::Layer> hidden, const nn::Outcome& outcome)
{
    const std::size_t before = m_history.size();
    nn::endHistory(m_history, hidden, outcome);
    if (m_tell && m_history.size() > before)
        m_tell(m_history.back());
    if (m_showsBar)
        std::cerr << "\r\033[K" << std::flush;
}

}  // namespace actlab::cli
