#include "core/analysis/report.hpp"

#include "core/analysis/own_gradient.hpp"
#include "core/analysis/verdict_words.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <initializer_list>

namespace actlab::analysis {

namespace {

using activation::Activation;

/// Where nearly all inputs of a layer lie.
constexpr Interval kUsual{-5, 5};

std::optional<std::string> obstacleOf(const Report& report)
{
    if (report.character.slopeSquare == 0)
        return "its gradient is 0 " +
               std::string(report.facts.lipschitz == 0 ? "everywhere" : "where nearly all inputs lie") +
               ": nothing can be learned through it";
    const auto fatal = std::ranges::find_if(report.stability, isFatal);
    if (fatal == report.stability.end())
        return std::nullopt;
    return "in float32 its " + sentenceOf(*fatal) + " " + whereText(fatal->x);
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
    report.interval = interval;
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
            report.gain = hasInitGain(report.facts) ? report.facts.initGain : 1;
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
