#pragma once

#include <vector>

#include "core/nn/train.hpp"

namespace actlab::models {

/// Optimiser steps in one epoch of this training table.
double stepsPerEpoch(const nn::TrainingSpec& spec, const data::Dataset& data);

/// Over the last second of training; nullopt while there is nothing to measure.
std::optional<double> epochsPerSecond(const std::vector<nn::EpochMetrics>& history);

}  // namespace actlab::models
