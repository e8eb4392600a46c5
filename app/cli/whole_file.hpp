#pragma once

#include <string>
#include <string_view>

#include "app/cli/failure.hpp"

namespace actlab::cli {

/// Writes the bytes to the file, all or none: what stood there stays until the new file is complete. `place` begins
/// the line of a failure: bad input where the file cannot be opened, failed work where it cannot be filled.
Result<void> writeWhole(std::string_view place, const std::string& path, std::string_view bytes);

}  // namespace actlab::cli
