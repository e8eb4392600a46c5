#pragma once

#include <condition_variable>
#include <mutex>
#include <vector>

#include "core/nn/train.hpp"

namespace actlab::nn {

/// Keeps all it is told; another thread may wait for it.
class Recorder : public Observer {
public:
    explicit Recorder(double picturesPerSecond = 0) : m_rate(picturesPerSecond) {}

    void started(std::shared_ptr<const data::Dataset> data, const std::string& engine) override
    {
        const std::scoped_lock lock(m_mutex);
        m_data = std::move(data);
        m_engine = engine;
    }
    void epochDone(const EpochMetrics& metrics) override
    {
        const std::scoped_lock lock(m_mutex);
        m_epochs.push_back(metrics);
        m_changed.notify_all();
    }
    void pictureTaken(std::shared_ptr<const Picture> picture) override
    {
        const std::scoped_lock lock(m_mutex);
        m_pictures.push_back(std::move(picture));
        m_changed.notify_all();
    }
    double picturesPerSecond() const override { return m_rate; }

    /// Whether epoch `number` came to an end before half a minute did.
    bool waitForEpoch(std::size_t number)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(30),
                                  [&] { return !m_epochs.empty() && m_epochs.back().epoch >= number; });
    }
    std::vector<EpochMetrics> epochs() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_epochs;
    }
    std::vector<std::shared_ptr<const Picture>> pictures() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_pictures;
    }
    std::shared_ptr<const data::Dataset> data() const { return m_data; }
    const std::string& engine() const { return m_engine; }

private:
    const double m_rate;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::shared_ptr<const data::Dataset> m_data;
    std::string m_engine;
    std::vector<EpochMetrics> m_epochs;
    std::vector<std::shared_ptr<const Picture>> m_pictures;
};

}  // namespace actlab::nn
