#include "core/data/csv_cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace actlab::data {

namespace {

constexpr std::size_t kLongestNumber = 64;

/// Finite numbers beyond the range of double are its greatest.
std::optional<double> numberWithPoint(std::string_view cell)
{
    if (cell.starts_with('+') && !cell.starts_with("+-"))
        cell.remove_prefix(1);
    double value = 0;
    const auto [rest, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (rest != cell.data() + cell.size() || error == std::errc::invalid_argument)
        return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        const bool isTiny = cell.find("e-") != cell.npos || cell.find("E-") != cell.npos;
        return isTiny ? value : std::numeric_limits<double>::max();
    }
    return value;
}

std::optional<double> numberWithMark(std::string_view cell, char decimalMark)
{
    if (decimalMark == '.')
        return numberWithPoint(cell);
    if (cell.size() > kLongestNumber || cell.find('.') != cell.npos)
        return std::nullopt;
    std::array<char, kLongestNumber> pointed{};
    std::ranges::replace_copy(cell, pointed.begin(), decimalMark, '.');
    return numberWithPoint({pointed.data(), cell.size()});
}

}  // namespace

bool isMissing(std::string_view cell)
{
    constexpr std::array<std::string_view, 5> kWords{"?", "na", "n/a", "nan", "null"};
    const auto isWord = [cell](std::string_view word) {
        return std::ranges::equal(cell, word, {},
                                  [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    };
    return cell.empty() || (cell.size() <= 4 && std::ranges::any_of(kWords, isWord));
}

std::optional<double> numberIn(std::string_view cell, char decimalMark)
{
    const auto number = numberWithMark(cell, decimalMark);
    return number && std::abs(*number) <= std::numeric_limits<float>::max() ? number : std::nullopt;
}

bool isTooLarge(std::string_view cell, char decimalMark)
{
    const auto number = numberWithMark(cell, decimalMark);
    return number && std::isfinite(*number) && std::abs(*number) > std::numeric_limits<float>::max();
}

}  // namespace actlab::data
