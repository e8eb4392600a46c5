#pragma once

#include <optional>
#include <string>

namespace actlab::torch_room {

/// The file of the BLAS that this process has loaded, links resolved; empty where it has none of that name.
std::string loadedBlas();

/// What to tell the person about it: a sentence where it is the slow reference implementation.
std::optional<std::string> blasWarning(const std::string& file);

}  // namespace actlab::torch_room
