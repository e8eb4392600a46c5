#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "core/nn/spec.hpp"
#include "core/workspace/json_reader.hpp"

namespace actlab::workspace {

/// Each a row [layer, its inputs, its outputs, place, value].
nlohmann::json handWeightsToJson(const std::vector<nn::HandWeight>& weights);
/// Throws as JsonReader does where one is none, is beyond reason, or is of the place of another.
std::vector<nn::HandWeight> readHandWeights(const JsonReader& from);

}  // namespace actlab::workspace
