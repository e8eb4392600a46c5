#include "core/analysis/smoothness.hpp"

#include "core/analysis/cuts.hpp"
#include "core/analysis/joins.hpp"
#include "core/analysis/oscillation.hpp"
#include "core/analysis/scalar_tape.hpp"

#include "core/activation/parameters.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::analysis {

namespace {

using activation::Activation;

constexpr Interval kNear{-50, 50};
constexpr Interval kFar{-1e9, 1e9};

Breakpoints found(const Activation& activation, const std::vector<Switch>& switches, Interval interval)
{
    constexpr std::size_t kOrders = 4;
    const auto program = trueProgramOf(activation, kOrders);
    return breakpointsOf(cutsOf(switches, program, activation.parameters(), interval), activation);
}

/// Whether something still decides where nobody looks: its sign changes on the way to the largest numbers.
bool decidesBeyond(const Switch& s, const Activation& activation)
{
    const kernel::Program program =
        kernel::compile(std::span(&s.quantity, 1), activation::namesOf(activation.parameters()));
    const auto parameters = activation.parameterValues();
    ScalarTape tape(program, parameters);
    for (const double end : {kFar.low, kFar.high}) {
        const double first = tape.at(end);
        for (double x = 10 * end; std::isfinite(x); x *= 10)
            if (const double y = tape.at(x); std::isfinite(y) && (y > 0) != (first > 0))
                return true;
    }
    return false;
}

/// Where a condition touches 0 and turns back, rounding cannot be told from a kink: the slopes on both sides are next
/// to nothing, and opposite, or one of them is 0 as that of sign(0).
bool isDoubtful(const Breakpoint& point)
{
    const double bend = std::max(std::abs(point.leftCurvature), std::abs(point.rightCurvature));
    const double rounding = 1e-7 * std::max(1.0, std::abs(point.x)) * std::sqrt(bend);
    const double left = point.leftSlope, right = point.rightSlope;
    return point.join == Join::Kink && std::isfinite(bend) && std::abs(left - right) < rounding &&
           (left == 0 || right == 0 || std::abs(left + right) < 0.1 * std::abs(left));
}

/// Everything near, and what lies beyond where that can be told.
Breakpoints foundEverywhere(const Activation& activation)
{
    const auto switches = switchesOf(activation.value());
    Breakpoints all = found(activation, switches, kNear);
    const Breakpoints far = found(activation, switches, kFar);
    const bool isTold = far.complete && std::ranges::none_of(switches, oscillates, &Switch::quantity);
    const auto isBeyond = [&](const Switch& s) { return decidesBeyond(s, activation); };
    all.complete = all.complete && isTold && std::ranges::none_of(switches, isBeyond);
    for (const Breakpoint& point : far.points)
        if (isTold && std::abs(point.x) > kNear.high)
            all.points.push_back(point);
    std::ranges::sort(all.points, {}, &Breakpoint::x);
    for (const double seam : far.seams)
        if (isTold && std::abs(seam) > kNear.high)
            all.seams.push_back(seam);
    std::ranges::sort(all.seams);
    return all;
}

}  // namespace

Smoothness smoothnessOf(const Activation& activation, std::optional<Interval> interval)
{
    Breakpoints points =
        interval ? found(activation, switchesOf(activation.value()), *interval) : foundEverywhere(activation);
    Smoothness smoothness{Join::Smooth, std::move(points.points), points.complete, std::move(points.seams)};
    if (std::erase_if(smoothness.points, isDoubtful) > 0)
        smoothness.complete = false;
    for (const Breakpoint& point : smoothness.points)
        smoothness.worst = std::min(smoothness.worst, point.join);
    return smoothness;
}

std::string_view continuityOf(Join worst)
{
    constexpr std::array<std::string_view, 5> kNames{"jump", "C0", "C1", "C2", "smooth"};
    return kNames[static_cast<std::size_t>(worst)];
}

std::string_view kindOf(const Breakpoint& point)
{
    const bool meets = point.left == point.right && std::isfinite(point.left);
    return point.join == Join::Jump && meets ? "removable" : nameOf(point.join);
}

}  // namespace actlab::analysis
