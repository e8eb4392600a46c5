#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/nn/engine.hpp"

namespace actlab::nn {

/// Bytes that training a network takes at most, the data left out.
std::size_t bytesToTrain(const Layout& layout);

/// A sentence with both figures where it is too much; nullopt where it fits.
std::optional<std::string> complaintAboutMemory(std::size_t needed, std::size_t free);

}  // namespace actlab::nn
