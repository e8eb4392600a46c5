#include "app/models/watchable_training.hpp"

#include <algorithm>
#include <thread>
#include <utility>

namespace actlab::models {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kEpochsWatched = 300;
constexpr std::chrono::microseconds kFrame(16'667);

/// Hands everything on and takes its time over the first epochs.
class Slowed : public nn::Observer {
public:
    Slowed(nn::Observer& screen, const Rest& rest) : m_screen(screen), m_rest(rest) {}

    void started(std::shared_ptr<const data::Dataset> data, const std::string& engine) override
    {
        m_screen.started(std::move(data), engine);
    }

    void epochDone(const nn::EpochMetrics& metrics) override
    {
        m_screen.epochDone(metrics);
        if (metrics.epoch >= kEpochsWatched)
            return;
        m_next = std::max(m_next, Clock::now()) + kFrame;
        m_rest(m_next);
    }

    void pictureTaken(std::shared_ptr<const nn::Picture> picture) override
    {
        m_screen.pictureTaken(std::move(picture));
    }

    void edited(std::span<const nn::Mark> marks, std::shared_ptr<const nn::TrainingSpec> now) override
    {
        m_screen.edited(marks, std::move(now));
    }

    double picturesPerSecond() const override { return m_screen.picturesPerSecond(); }

private:
    nn::Observer& m_screen;
    const Rest& m_rest;
    Clock::time_point m_next{};
};

}  // namespace

void rest(Clock::time_point until)
{
    std::this_thread::sleep_until(until);
}

TrainingSession::Train watchable(TrainingSession::Train train, Rest rest)
{
    return [train = std::move(train), rest = std::move(rest)](const nn::TrainingSpec& spec, std::stop_token stop,
                                                              nn::Commands& commands, nn::Observer& screen) {
        Slowed slowed(screen, rest);
        return train(spec, std::move(stop), commands, slowed);
    };
}

}  // namespace actlab::models
