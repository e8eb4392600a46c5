#pragma once

#include <array>
#include <charconv>
#include <string>

namespace actlab::data {

/// The shortest text that reads back as the same number.
template <class Number>
std::string numberText(Number number)
{
    std::array<char, 64> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

}  // namespace actlab::data
