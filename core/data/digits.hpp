#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "core/data/dataset.hpp"

namespace actlab::data {

constexpr std::size_t kDigitSide = 8;
constexpr std::size_t kDigits = 1797;

/// All the handwritten digits in the order of their file: 64 grey values from 0 to 1, class 0 to 9.
Result<Table> digits();

/// The same from any gzip file of lines "64 numbers from 0 to 16, then the digit".
Result<Table> digitsFrom(std::span<const unsigned char> gzip);

}  // namespace actlab::data
