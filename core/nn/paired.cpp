#include "core/nn/paired.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace actlab::nn {

namespace {

/// The probability that Student's t is less than `t` ≥ 0 in size.
double studentWithin(double t, std::size_t freedom)
{
    const double angle = std::atan(t / std::sqrt(static_cast<double>(freedom)));
    const double sine = std::sin(angle), cosine = std::cos(angle);
    const bool isOdd = freedom % 2 == 1;
    double term = isOdd ? cosine : 1, sum = freedom == 1 ? 0 : term;
    for (std::size_t k = isOdd ? 3 : 2; k < freedom; k += 2) {
        const auto number = static_cast<double>(k);
        term *= cosine * cosine * (number - 1) / number;
        sum += term;
    }
    return isOdd ? 2 / std::numbers::pi * (angle + sine * sum) : sine * sum;
}

}  // namespace

Summary summaryOf(std::span<const double> numbers)
{
    const auto count = static_cast<double>(numbers.size());
    double sum = 0, squares = 0;
    for (const double number : numbers)
        sum += number;
    const double mean = sum / count;
    for (const double number : numbers)
        squares += (number - mean) * (number - mean);
    return {mean, numbers.size() < 2 ? std::nullopt : std::optional(std::sqrt(squares / (count - 1)))};
}

double studentQuantile(std::size_t freedom, double tail)
{
    constexpr int kHalvings = 100;
    double low = 0, high = 1;
    while (1 - studentWithin(high, freedom) > tail && high < 1e12)
        high *= 2;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (1 - studentWithin(middle, freedom) > tail ? low : high) = middle;
    }
    return (low + high) / 2;
}

Difference pairedDifference(std::span<const double> differences, double tail)
{
    const auto [mean, deviation] = summaryOf(differences);
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    constexpr std::size_t kEnough = 5;
    if (!deviation || (*deviation == 0 && differences.size() < kEnough))
        return {mean, -kInfinite, kInfinite};
    const double reach = studentQuantile(differences.size() - 1, tail) * *deviation /
                         std::sqrt(static_cast<double>(differences.size()));
    return {mean, mean - reach, mean + reach};
}

}  // namespace actlab::nn
