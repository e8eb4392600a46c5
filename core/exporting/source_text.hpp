#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace actlab::exporting {

/// A text of the person made fit for a comment of any language: valid UTF-8 on one line, without control characters
/// and without those that change the direction of writing.
std::string oneLine(std::string_view text);

/// The text in lines of at most `width` bytes where it has something to break behind: " " or ", ", whose space goes.
std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::string_view breakable = " ");

/// A line for a string of Python between quotation marks, triple ones too.
std::string pythonQuoted(std::string_view text);

/// Every %u, %v and %w of the pattern replaced by the first, second and third argument.
std::string filledIn(std::string_view pattern, const std::vector<std::string>& arguments);

/// A finite number as the shortest literal that reads back as the same double, with a point or an exponent.
std::string literal(double value);

}  // namespace actlab::exporting
