#pragma once

#include <limits>

#include "core/nn/train.hpp"

namespace actlab::models {

/// How the curves of runs are looked at.
struct CurveView {
    enum class Axis { Epoch, Step, Seconds };
    Axis axis = Axis::Epoch;
    bool logarithmic = false;  ///< the axis; what lies at 0 has no place on it
    double memory = 0;         ///< of Smoothing; 0: as they are
    bool operator==(const CurveView&) const = default;

    /// NaN where it has none: runs of old documents did not count their steps.
    double placeOf(const nn::EpochMetrics& metrics) const
    {
        const double place = axis == Axis::Epoch     ? static_cast<double>(metrics.epoch)
                             : axis == Axis::Seconds ? metrics.seconds
                                                     : static_cast<double>(metrics.steps);
        const bool isUnknown = axis == Axis::Step && metrics.steps == 0 && metrics.epoch > 0;
        return isUnknown || (logarithmic && place <= 0) ? std::numeric_limits<double>::quiet_NaN() : place;
    }
};

}  // namespace actlab::models
