#pragma once

#include <string>
#include <string_view>

#include "app/cli/failure.hpp"

namespace actlab::cli {

/// The bytes of a file of at most `most` megabytes. `place` begins the line of a failure; `whatIsSmaller` ends it for
/// a larger file: "which no saved activation is".
Result<std::string> readText(std::string_view place, const std::string& path, std::string_view whatIsSmaller,
                             std::size_t most = 1);

}  // namespace actlab::cli
