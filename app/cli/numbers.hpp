#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/failure.hpp"

namespace actlab::cli {

/// The shortest text that reads back to the same number.
template <std::floating_point T>
std::string text(T number);
/// Six significant digits, for tables.
std::string rounded(double number);

/// What stands between commas, without the spaces round it.
std::vector<std::string_view> split(std::string_view text);
/// As the person wrote it, cut where it is long.
std::string quoted(std::string_view text);

/// A number as options spell it; infinite ones are "inf" and "-inf". NaN is none.
Result<double> parseNumber(std::string_view option, std::string_view text);
/// "-1,0,1"
Result<std::vector<double>> parseNumbers(std::string_view option, std::string_view text);
/// "lo,hi,n": n numbers from lo to hi, both included.
Result<std::vector<double>> parseRange(std::string_view option, std::string_view text);
/// "8,8"
Result<std::vector<std::size_t>> parseWidths(std::string_view option, std::string_view text);

}  // namespace actlab::cli
