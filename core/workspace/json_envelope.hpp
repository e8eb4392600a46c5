#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace actlab::workspace {

/// {"format": …, "formatVersion": …, "checksum": …, KEY: content} as indented text.
std::string wrap(std::string_view key, const nlohmann::json& content);

/// The content under `key` of what wrap wrote, or of a file written by hand, which has no checksum. Size and
/// nesting are bounded before parsing. The error is one sentence with the place.
tl::expected<nlohmann::json, std::string> unwrap(std::string_view text, const std::string& key);

}  // namespace actlab::workspace
