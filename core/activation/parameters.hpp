#pragma once

#include "core/activation/activation.hpp"

namespace actlab::activation {

std::vector<std::string> namesOf(std::span<const Parameter> parameters);
std::vector<double> valuesOf(std::span<const Parameter> parameters);

}  // namespace actlab::activation
