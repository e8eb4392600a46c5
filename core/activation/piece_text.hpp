#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/expr/source_error.hpp"

namespace actlab::activation {

/// Between the braces of "{condition: value, …, value}": what stands before the colon and after it, each
/// trimmed. `condition` is nullopt where there is no colon.
struct BracePart {
    std::optional<std::string_view> condition;
    std::string_view value;
};

/// Tells the pieces of a formula in braces apart by its brackets, commas and colons alone, so that it works
/// on wrong formulas too: a bracket without its partner is read as ordinary text, and the closing brace may
/// still be missing. nullopt where the text is not one pair of braces.
std::optional<std::vector<BracePart>> splitBraces(std::string_view formula);

/// The bytes that a span of code points covers.
std::string_view slice(std::string_view text, expr::Span span);
std::string_view trimmed(std::string_view text);

}  // namespace actlab::activation
