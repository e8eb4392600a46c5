#pragma once

#include <memory>
#include <vector>

#include "tests/core/nn/linear_engine.hpp"
#include "tests/core/nn/recorder.hpp"

namespace actlab::nn {

/// A whole run and what it told.
struct Trained {
    Outcome outcome;
    std::vector<EpochMetrics> epochs;
    std::vector<std::shared_ptr<const Picture>> pictures;
};

inline Trained trained(const TrainingSpec& spec, double picturesPerSecond = 0,
                       const EngineFactory& engines = linearEngines())
{
    Commands commands;
    Recorder recorder(picturesPerSecond);
    Outcome outcome = trainWith(engines, spec, {}, commands, recorder);
    return {std::move(outcome), recorder.epochs(), recorder.pictures()};
}

inline TrainingSpec divergingSpec()
{
    TrainingSpec spec = linearSpec();
    spec.data.name = "sine";
    spec.loss = Loss::MeanSquared;
    spec.learningRate = 1;
    spec.epochs = 200;
    return spec;
}

}  // namespace actlab::nn
