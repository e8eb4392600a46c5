#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "core/workspace/document.hpp"

namespace actlab::workspace {

/// What a file may have at most, in bytes: more than any document comes to.
inline constexpr std::size_t kLargestFile = 64U << 20U;

/// JSON text with formatVersion and checksum. Non-finite numbers are strings.
std::string toJson(const Document& document);

/// The error is one sentence with the place ("line 12: …", "training.learningRate: …"). Accepts anything
/// as input: size and nesting are bounded before parsing.
tl::expected<Document, std::string> fromJson(std::string_view text);

/// One activation alone, as `actlab --file` reads it.
std::string toJson(const activation::Definition& definition);
tl::expected<activation::Definition, std::string> definitionFromJson(std::string_view text);

}  // namespace actlab::workspace
