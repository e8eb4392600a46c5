#pragma once

#include <string>
#include <vector>

#include "core/nn/spec.hpp"
#include "core/nn/train.hpp"
#include "core/workspace/run.hpp"

namespace actlab::workspace {

/// The records of TensorBoard's event file for one run, epoch by epoch.
class RunEvents {
public:
    /// `start` is when the run began, in seconds since 1970.
    RunEvents(const nn::TrainingSpec& spec, double start);

    std::string first() const;
    std::string of(const nn::EpochMetrics& metrics) const;
    /// As words, at the epoch in which it was taken over.
    std::string of(const nn::Mark& mark) const;

private:
    double m_start;
    bool m_isRegression;
    std::vector<std::string> m_learned;  ///< tags of the learned parameters
};

/// A whole file of a run, which began in 1970 for want of a clock.
std::string eventFile(const Run& run);

}  // namespace actlab::workspace
