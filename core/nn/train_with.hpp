#pragma once

#include <functional>
#include <memory>
#include <string>

#include <tl/expected.hpp>

#include "core/nn/engine.hpp"
#include "core/nn/train.hpp"

namespace actlab::nn {

/// Makes the engine for a problem, from its initial parameters. The error is a sentence.
using EngineFactory = std::function<tl::expected<std::unique_ptr<Engine>, std::string>(
    const Problem& problem, std::vector<float> parameters)>;

/// train() with an engine of one's own.
Outcome trainWith(const EngineFactory& makeEngine, const TrainingSpec& spec, std::stop_token stop, Commands& commands,
                  Observer& observer);

}  // namespace actlab::nn
