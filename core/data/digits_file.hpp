#pragma once

#include <span>

namespace actlab::data {

/// resources/data/digits.csv.gz, as it was when the program was built.
std::span<const unsigned char> digitsFile();

}  // namespace actlab::data
