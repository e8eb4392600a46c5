#pragma once

#include <optional>
#include <span>
#include <string>

namespace actlab::cli {

/// One thing an installed copy can find out about itself.
struct SelfCheck {
    const char* name;
    std::optional<std::string> (*failure)();  ///< what is wrong; nullopt where nothing is
};

std::span<const SelfCheck> selfChecks();

}  // namespace actlab::cli
