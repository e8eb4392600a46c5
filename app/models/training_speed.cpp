#include "app/models/training_speed.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::models {

double stepsPerEpoch(const nn::TrainingSpec& spec, const data::Dataset& data)
{
    const auto rows = static_cast<double>(data.train.rows());
    return std::ceil(rows / static_cast<double>(std::max<std::size_t>(spec.batch, 1)));
}

std::optional<double> epochsPerSecond(const std::vector<nn::EpochMetrics>& history)
{
    constexpr double kWindow = 1;
    if (history.size() < 2)
        return std::nullopt;
    const nn::EpochMetrics& last = history.back();
    const auto found = std::ranges::lower_bound(history, last.seconds - kWindow, {}, &nn::EpochMetrics::seconds);
    // A slow epoch may be longer than the window: it is measured alone.
    const nn::EpochMetrics& first =
        std::min(*found, history[history.size() - 2], [](const auto& a, const auto& b) { return a.epoch < b.epoch; });
    if (!(last.seconds > first.seconds))
        return std::nullopt;
    return static_cast<double>(last.epoch - first.epoch) / (last.seconds - first.seconds);
}

}  // namespace actlab::models
