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
    void edited(std::span<const Mark> marks, std::shared_ptr<const TrainingSpec> now) override
    {
        const std::scoped_lock lock(m_mutex);
        m_marks.insert(m_marks.end(), marks.begin(), marks.end());
        m_spec = std::move(now);
    }
    double picturesPerSecond() const override { return m_rate; }

    /// Whether epoch `number` came to an end before half a minute did.
    bool waitForEpoch(std::size_t number)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(30),
                                  [&] { return !m_epochs.empty() && m_epochs.back().epoch >= number; });
    }
    /// Likewise for so many pictures.
    bool waitForPictures(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(30), [&] { return m_pictures.size() >= count; });
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
    std::vector<Mark> marks() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_marks;
    }
    /// As it was edited last.
    std::shared_ptr<const TrainingSpec> spec() const { return m_spec; }

private:
    const double m_rate;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::shared_ptr<const data::Dataset> m_data;
    std::string m_engine;
    std::vector<EpochMetrics> m_epochs;
    std::vector<std::shared_ptr<const Picture>> m_pictures;
    std::vector<Mark> m_marks;
    std::shared_ptr<const TrainingSpec> m_spec;
};

}  // namespace actlab::nn
