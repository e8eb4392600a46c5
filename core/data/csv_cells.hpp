#pragma once

#include <optional>
#include <string_view>

namespace actlab::data {

/// Whether a cell stands for no value: empty, "?", "NA", "N/A", "nan" or "null", in any case.
bool isMissing(std::string_view cell);

/// The finite number that the whole cell spells, with this decimal mark; nullopt where it is none, and beyond what a
/// float holds.
std::optional<double> numberIn(std::string_view cell, char decimalMark);

/// Whether it spells a finite number that is beyond what a float holds.
bool isTooLarge(std::string_view cell, char decimalMark);

}  // namespace actlab::data
