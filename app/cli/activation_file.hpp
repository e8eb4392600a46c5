#pragma once

#include <string>

#include "app/cli/failure.hpp"

#include "core/activation/activation.hpp"

namespace actlab::cli {

/// The activation in a file that the application saved.
Result<activation::Definition> readActivationFile(const std::string& path);

}  // namespace actlab::cli
