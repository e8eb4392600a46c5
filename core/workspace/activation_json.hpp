#pragma once

#include <nlohmann/json.hpp>

#include "core/activation/activation.hpp"
#include "core/workspace/json_reader.hpp"

namespace actlab::workspace {

nlohmann::json definitionToJson(const activation::Definition& definition);
activation::Definition readDefinition(const JsonReader& from);

/// A function of the catalogue by its name and parameter values, any other whole.
nlohmann::json activationToJson(const activation::Activation& activation);
activation::ActivationPtr readActivation(const JsonReader& from);

}  // namespace actlab::workspace
