#pragma once

#include <nlohmann/json.hpp>

#include "core/workspace/activation_json.hpp"
#include "core/workspace/document.hpp"
#include "core/workspace/json_reader.hpp"

namespace actlab::workspace {

nlohmann::json trainingToJson(const nn::TrainingSpec& spec);
nn::TrainingSpec readTraining(const JsonReader& from, ActivationReader& activations);

nlohmann::json runToJson(const Run& run);
Run readRun(const JsonReader& from, ActivationReader& activations);

}  // namespace actlab::workspace
