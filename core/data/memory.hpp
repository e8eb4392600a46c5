#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace actlab::data {

/// Bytes that this machine can still give without swapping; nullopt where it does not say.
std::optional<std::size_t> freeMemory();

/// "1.25 GB", "48 MB"
std::string spelledBytes(std::size_t bytes);

}  // namespace actlab::data
