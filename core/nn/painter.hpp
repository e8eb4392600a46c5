#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/nn/engine.hpp"
#include "core/nn/train.hpp"

namespace actlab::nn {

/// Makes pictures of what a network answers, no more often than wanted, and never for more than a quarter of
/// the time.
class Painter {
public:
    /// Says that nobody waits for a picture any more.
    using IsOver = std::function<bool()>;

    /// `data` must outlive the painter.
    Painter(const data::Dataset& data, double picturesPerSecond);

    bool isWanted() const { return m_rate > 0; }
    bool isDue() const;
    /// Whether the last one took so little time that one more keeps nobody waiting.
    bool isQuick() const;
    /// nullptr where it was over before the picture was done.
    std::shared_ptr<const Picture> paint(Engine& engine, std::size_t epoch, std::shared_ptr<const TrainingSpec> spec,
                                         const IsOver& isOver);

private:
    using Clock = std::chrono::steady_clock;

    bool paintPlaces(Engine& engine, Picture& picture, const IsOver& isOver) const;
    bool answerTest(Engine& engine, Picture& picture, const IsOver& isOver) const;
    /// In portions, so that even a large network answers a stop soon; nullopt where it was over before.
    std::optional<std::vector<float>> predict(Engine& engine, std::span<const float> inputs, std::size_t weights,
                                              const IsOver& isOver) const;

    const data::Dataset& m_data;
    const double m_rate;
    const double m_reach;         ///< of maps and curves
    std::vector<float> m_places;  ///< the inputs that a map or curve asks about
    Clock::duration m_cost{};
    Clock::time_point m_due{};
};

}  // namespace actlab::nn
