#include "core/analysis/gradient_check.hpp"

#include "core/analysis/cuts.hpp"
#include "core/analysis/switch_points.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace actlab::analysis {

namespace {

using activation::Activation;

constexpr double kStep = 1e-6;
constexpr double kAbsolute = 1e-5, kRelative = 1e-3;
constexpr double kReach = 10;

std::vector<double> breaksOfGradients(const Activation& activation)
{
    std::vector<Switch> switches = switchesOf(activation.value());
    for (const expr::Expr& e : {activation.derivative(), activation.trueDerivative()}) {
        const auto more = switchesOf(e);
        switches.insert(switches.end(), more.begin(), more.end());
    }
    return switchPoints(switches, activation.parameters(), {-kReach - 1, kReach + 1}).x;
}

/// output k of f, f′, … at x
std::vector<double> values(const kernel::Program& program, const Activation& activation, std::span<const double> x,
                           std::size_t output)
{
    std::vector<std::vector<double>> y(output + 1, std::vector<double>(x.size()));
    std::vector<double*> places;
    for (auto& each : y)
        places.push_back(each.data());
    program.evaluate<double>(x, activation.parameterValues(), places);
    return y[output];
}

std::vector<double> centralDifferences(const Activation& activation, const std::vector<double>& x)
{
    std::vector<double> before, after;
    for (const double place : x) {
        before.push_back(place - kStep);
        after.push_back(place + kStep);
    }
    const auto low = values(activation.curves(), activation, before, 0);
    const auto high = values(activation.curves(), activation, after, 0);
    std::vector<double> slopes;
    for (std::size_t i = 0; i < x.size(); ++i)
        slopes.push_back((high[i] - low[i]) / (after[i] - before[i]));
    return slopes;
}

GradientCheck compared(std::span<const double> x, std::span<const double> ours, std::span<const double> other)
{
    GradientCheck check{true};
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!std::isfinite(other[i]))
            continue;
        const double difference = std::abs(ours[i] - other[i]);
        const double error = std::isfinite(difference) ? difference : std::numeric_limits<double>::infinity();
        ++check.points;
        check.passed = check.passed && error <= kAbsolute + kRelative * std::abs(other[i]);
        if (error > check.worstError) {
            check.worstError = error;
            check.worstAt = x[i];
        }
    }
    check.passed = check.passed && check.points > 0;
    return check;
}

}  // namespace

std::vector<double> gradientPlaces(const Activation& activation)
{
    constexpr int kPlaces = 800;
    const std::vector<double> breaks = breaksOfGradients(activation);
    std::vector<double> x;
    for (int i = 0; i < kPlaces; ++i) {
        const double place = -kReach + 2 * kReach * (i + 0.4) / kPlaces;
        const auto next = std::ranges::lower_bound(breaks, place - 2 * kStep);
        if (next == breaks.end() || *next > place + 2 * kStep)
            x.push_back(place);
    }
    return x;
}

GradientCheck checkGradient(const Activation& activation)
{
    const auto x = gradientPlaces(activation);
    return compared(x, values(activation.curves(), activation, x, 1), centralDifferences(activation, x));
}

GradientCheck checkTrueDerivative(const Activation& activation)
{
    const auto x = gradientPlaces(activation);
    return compared(x, values(trueProgramOf(activation, 2), activation, x, 1), centralDifferences(activation, x));
}

GradientCheck compareDerivative(const Activation& activation, std::span<const double> x,
                                std::span<const double> other)
{
    return compared(x, values(trueProgramOf(activation, 2), activation, x, 1), other);
}

}  // namespace actlab::analysis
