#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <string>

namespace actlab::data {

/// The shortest text that reads back as the same number.
template <class Number>
std::string numberText(Number number)
{
    std::array<char, 64> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

/// "1 row", "2 rows".
inline std::string counted(std::size_t count, const std::string& one)
{
    return std::to_string(count) + ' ' + one + (count == 1 ? "" : "s");
}

}  // namespace actlab::data
