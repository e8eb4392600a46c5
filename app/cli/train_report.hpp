#pragma once

#include "app/cli/json_output.hpp"

#include "core/nn/train.hpp"

namespace actlab::cli {

/// A run that is over.
struct TrainReport {
    const nn::TrainingSpec& spec;
    const nn::Outcome& outcome;
    const std::vector<nn::EpochMetrics>& history;
};

/// "finished", "target", "stopped", "diverged" or "failed".
const char* nameOf(nn::Ending ending);

Json asJson(const TrainReport& report);
void printText(const TrainReport& report);

}  // namespace actlab::cli
