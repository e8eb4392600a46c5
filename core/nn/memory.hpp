#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/nn/engine.hpp"

namespace actlab::nn {

/// Bytes that training a network takes at most, in batches of so many rows; the data left out.
std::size_t bytesToTrain(const Layout& layout, std::size_t batch);

/// A sentence with both figures where it is too much; nullopt where it fits. `remedy` is what to take less of.
std::optional<std::string> complaintAboutMemory(std::size_t needed, std::size_t free,
                                                const std::string& remedy = "fewer or narrower layers");

}  // namespace actlab::nn
