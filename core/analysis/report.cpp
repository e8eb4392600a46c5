#include "core/analysis/report.hpp"

#include "core/analysis/own_gradient.hpp"

#include "core/expr/printer.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <initializer_list>

namespace actlab::analysis {

namespace {

using activation::Activation;

/// Where nearly all inputs of a layer lie.
constexpr Interval kUsual{-5, 5};

/// The smallest numbers of a format are 0 to a reader.
std::string placeText(double x)
{
    return expr::printNumber(std::abs(x) < 1e-30 ? 0 : x);
}

std::optional<std::string> obstacleOf(const Report& report)
{
    if (report.character.slopeSquare == 0)
        return "its gradient is 0 everywhere: nothing can be learned through it";
    const auto fatal = std::ranges::find_if(report.stability, isFatal);
    if (fatal == report.stability.end())
        return std::nullopt;
    const std::string from = placeText(fatal->x.low), to = placeText(fatal->x.high);
    return "in float32 its " + sentenceOf(*fatal) + (from == to ? " at x = " + from : " from " + from + " to " + to);
}

}  // namespace

bool isFatal(const Instability& found)
{
    return found.precision == Precision::Float32 && found.quantity <= Quantity::Gradient &&
           found.trouble != Trouble::Inaccurate && found.x.low <= kUsual.high && found.x.high >= kUsual.low;
}

Report checkActivation(const Activation& activation, std::optional<Interval> interval, const std::stop_token& stop)
{
    Report report;
    const std::initializer_list<std::function<void()>> steps{
        [&] { report.smoothness = smoothnessOf(activation); },
        [&] { report.facts = describe(activation, report.smoothness); },
        [&] {
            if (interval)
                report.smoothness = smoothnessOf(activation, interval);
        },
        [&] { report.character = characterOf(activation); },
        [&] { report.gradient = checkGradient(activation); },
        [&] { report.derivative = checkTrueDerivative(activation); },
        [&] { report.differs = whereGradientDiffers(activation); },
        [&] { report.stability = findInstabilities(activation); },
        [&] {
            report.gain = std::isfinite(report.facts.initGain) ? report.facts.initGain : 1;
            report.deep = passThroughLayers(activation, {.gain = report.gain});
        },
        [&] { report.sameAs = knownAs(activation, interval.value_or(kKnownOver), stop); },
        [&] { report.cost = costOf(activation); },
        [&] { report.obstacle = obstacleOf(report); },
    };
    for (const auto& step : steps)
        if (!stop.stop_requested())
            step();
    return report;
}

}  // namespace actlab::analysis
