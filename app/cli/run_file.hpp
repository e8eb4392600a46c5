#pragma once

#include <string>

#include "app/cli/failure.hpp"

#include "core/workspace/run.hpp"

namespace actlab::cli {

/// A run of a document: the last one, or the last of this name.
Result<workspace::Run> readRun(const std::string& path, const std::string& name);

/// Writes a document with this one run, which the window opens.
Result<void> writeRun(std::string_view place, const std::string& path, workspace::Run run);

}  // namespace actlab::cli
