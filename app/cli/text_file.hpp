#pragma once

#include <string>
#include <string_view>

#include "app/cli/failure.hpp"

namespace actlab::cli {

/// The bytes of a file. `place` begins the line of a failure; `whatIsSmaller` ends it for a file above a megabyte:
/// "which no saved activation is".
Result<std::string> readText(std::string_view place, const std::string& path, std::string_view whatIsSmaller);

}  // namespace actlab::cli
