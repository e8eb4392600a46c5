#pragma once

#include <nlohmann/json.hpp>

#include "core/exporting/network.hpp"
#include "core/nn/spec.hpp"
#include "core/workspace/json_reader.hpp"

namespace actlab::workspace {

/// The network without what stands in its run's spec: its activations.
nlohmann::json networkToJson(const exporting::Network& network);

/// The network of a run with these hidden layers; fails where the numbers do not fit them.
exporting::Network readNetwork(const JsonReader& from, const std::vector<nn::Layer>& hidden);

}  // namespace actlab::workspace
