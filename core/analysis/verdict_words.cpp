#include "core/analysis/verdict_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace actlab::analysis {

std::string wordFor(double number)
{
    constexpr int kDigits = 5;
    if (std::isnan(number))
        return "undefined";
    if (std::isinf(number))
        return number < 0 ? "-infinity" : "infinity";
    std::array<char, 32> text{};
    // + 0.0 turns the negative zero into the one that people write
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), number + 0.0, std::chars_format::general, kDigits).ptr;
    return {text.data(), end};
}

std::string percentText(double share)
{
    constexpr double kLeast = 0.001;
    if (share < kLeast)
        return "less than 0.1 %";
    return wordFor(std::round(1000 * share) / 10) + " %";
}

std::string countOf(std::size_t number, const std::string& noun)
{
    return number == 1 ? "one " + noun : (number == 0 ? "no" : std::to_string(number)) + " " + noun + "s";
}

std::string whereText(Interval interval)
{
    // the smallest numbers of a format are 0 to a reader
    const auto word = [](double x) { return wordFor(std::abs(x) < 1e-30 ? 0 : x); };
    const bool isOpenLeft = std::isinf(interval.low), isOpenRight = std::isinf(interval.high);
    if (isOpenLeft && isOpenRight)
        return "everywhere";
    if (isOpenLeft)
        return "below " + word(interval.high);
    if (isOpenRight)
        return "above " + word(interval.low);
    const std::string from = word(interval.low), to = word(interval.high);
    return from == to ? "at " + from : "from " + from + " to " + to;
}

std::string whereText(std::span<const Interval> intervals)
{
    constexpr std::size_t kMost = 4;
    std::string all;
    for (const Interval& interval : intervals.first(std::min(intervals.size(), kMost)))
        all += (all.empty() ? "" : ", ") + whereText(interval);
    if (intervals.size() > kMost)
        all += " and on " + std::to_string(intervals.size() - kMost) + " more stretches";
    return all.empty() ? "nowhere" : all;
}

}  // namespace actlab::analysis
