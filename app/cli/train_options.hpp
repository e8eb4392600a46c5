#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/activation_options.hpp"
#include "app/cli/data_options.hpp"

#include "core/nn/spec.hpp"

namespace actlab::cli {

/// What a person asks of a training; what is left out is as core has it.
struct TrainOptions {
    ActivationOptions activation;
    std::vector<std::string> activations;  ///< one for all layers, or one for each
    DataOptions data;
    std::optional<std::string> layers, loss, optimizer, schedule, init, engine;
    std::optional<double> learningRate, l1, l2, dropout, clip, targetLoss, targetAccuracy;
    std::optional<std::uint64_t> batch, epochs, patience, seed, threads;
    bool batchNorm = false, residual = false;
    bool json = false;

    void addTo(CLI::App& command);
};

/// The checked spec.
Result<nn::TrainingSpec> specOf(const TrainOptions& options);

}  // namespace actlab::cli
