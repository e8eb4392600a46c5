#pragma once

#include <string>
#include <string_view>

#include "core/expr/source_error.hpp"

namespace actlab::expr {

/// The code points of a UTF-8 text. Fails at the first byte that is not UTF-8.
Result<std::u32string> decode(std::string_view text);
/// UTF-8 of one code point.
std::string encode(char32_t codePoint);
/// A text of more than `most` bytes to its first, with "…"; never cut within a letter of UTF-8.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace actlab::expr
