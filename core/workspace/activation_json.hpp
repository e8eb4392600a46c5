#pragma once

#include <cstddef>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "core/activation/activation.hpp"
#include "core/workspace/json_reader.hpp"

namespace actlab::workspace {

nlohmann::json definitionToJson(const activation::Definition& definition);
activation::Definition readDefinition(const JsonReader& from);

/// A function of the catalogue by its name and parameter values, any other whole.
nlohmann::json activationToJson(const activation::Activation& activation);

/// Reads the activations of one file. One that stands there several times is compiled once and shared, and what
/// all of them together may cost is bounded.
class ActivationReader {
public:
    activation::ActivationPtr read(const JsonReader& from);

private:
    std::map<std::string, activation::ActivationPtr> m_compiled;  ///< by the text of their definition
    std::size_t m_instructions = 0;
};

}  // namespace actlab::workspace
