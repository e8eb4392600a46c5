#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <vector>

#include "core/nn/train.hpp"

namespace actlab::cli {

/// Keeps every epoch of a run, and shows a bar on standard error where that is a terminal.
class TrainLog : public nn::Observer {
public:
    /// `tell` hears of every epoch too, where it is not empty.
    TrainLog(std::size_t epochs, bool isQuiet, std::function<void(const nn::EpochMetrics&)> tell = {});

    const std::vector<nn::EpochMetrics>& history() const { return m_history; }
    /// Ends the history as the outcome of a run of these layers tells, and takes the bar away.
    void end(std::span<const nn::Layer> hidden, const nn::Outcome& outcome);

    void started(std::shared_ptr<const data::Dataset> data, const std::string& engine) override;
    void epochDone(const nn::EpochMetrics& metrics) override;
    void pictureTaken(std::shared_ptr<const nn::Picture> picture) override;

private:
    void showBar(const nn::EpochMetrics& metrics) const;

    const std::size_t m_epochs;
    const bool m_showsBar;
    const std::function<void(const nn::EpochMetrics&)> m_tell;
    std::chrono::steady_clock::time_point m_lastShown;
    std::vector<nn::EpochMetrics> m_history;
};

}  // namespace actlab::cli
