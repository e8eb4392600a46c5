#include "core/nn/divergence.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace actlab::nn {

namespace {

constexpr double kMost = 1e15;

/// The shortest spelling that reads back as the same number, whole ones as "1.0".
std::string spelled(double number)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    std::string result(text, end);
    return result.find_first_not_of("0123456789") == result.npos ? result + ".0" : result;
}

}  // namespace

bool isSane(double value)
{
    return std::abs(value) <= kMost;
}

std::optional<float> firstWild(std::span<const float> values)
{
    const auto wild = std::ranges::find_if_not(values, [](float value) { return isSane(value); });
    return wild == values.end() ? std::nullopt : std::optional(*wild);
}

double lowerLearningRate(double rate, double usual)
{
    const double bound = std::max(std::min(rate / 30, usual) * (1 + 1e-9), 1e-300);
    double power = std::pow(10, std::floor(std::log10(bound)));
    if (3 * power <= bound)
        power *= 3;
    // through its spelling with one digit, so that 0.03 is the 0.03 that a person types
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, power, std::chars_format::scientific, 0).ptr;
    std::from_chars(text, end, power);
    return power;
}

std::string whatBecame(const std::string& name, double value)
{
    if (std::isnan(value))
        return name + " became NaN";
    return name + (std::isinf(value) ? " became infinite" : " grew beyond 1e15");
}

std::string divergenceMessage(std::size_t step, const std::string& what, double rate,
                              std::optional<double> suggestion)
{
    const std::string place = "diverged at step " + std::to_string(step) + ": " + what;
    if (!suggestion)
        return place + " before any training; an activation has no finite value where this network needs one";
    return place + "; learning rate " + spelled(rate) + " is likely too high. Try " + spelled(*suggestion);
}

}  // namespace actlab::nn
