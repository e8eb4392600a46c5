#include "core/analysis/own_gradient.hpp"

#include "core/activation/parameters.hpp"
#include "core/analysis/interval.hpp"
#include "core/analysis/switch_points.hpp"
#include "core/analysis/switches.hpp"
#include "core/kernel/program.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::analysis {

namespace {

using activation::Activation;

/// As far as switches are looked for.
constexpr Interval kLine{-1000, 1000};

/// Between two of these both gradients are one formula each: they differ almost everywhere there, or nowhere.
std::vector<double> edgesOf(const Activation& activation)
{
    std::vector<Switch> switches = switchesOf(activation.derivative());
    for (const expr::Expr& e : {activation.trueDerivative(), activation.value()})
        for (Switch& each : switchesOf(e))
            switches.push_back(std::move(each));
    std::vector<double> edges = switchPoints(switches, activation.parameters(), kLine).x;
    edges.insert(edges.begin(), -kInfinity);
    edges.push_back(kInfinity);
    return edges;
}

/// Some places inside, where functions show what they are.
std::vector<double> placesIn(Interval stretch)
{
    constexpr double kFar = 8;
    constexpr int kPlaces = 40;
    const double low = std::isfinite(stretch.low) ? stretch.low : std::min(-kFar, stretch.high - kFar);
    const double high = std::isfinite(stretch.high) ? stretch.high : std::max(kFar, stretch.low + kFar);
    std::vector<double> x;
    for (int i = 1; i < kPlaces; ++i)
        x.push_back(low + (high - low) * i / kPlaces);
    return x;
}

bool isSame(double own, double truth)
{
    constexpr double kRounding = 1e-9;
    return own == truth || (std::isnan(own) && std::isnan(truth)) ||
           std::abs(own - truth) <= kRounding * std::max(std::abs(own), std::abs(truth));
}

class Gradients {
public:
    explicit Gradients(const Activation& activation)
        : m_program(kernel::compile(std::vector{activation.derivative(), activation.trueDerivative()},
                                    activation::namesOf(activation.parameters()))),
          m_parameters(activation.parameterValues())
    {
    }

    bool differIn(Interval stretch) const
    {
        const std::vector<double> x = placesIn(stretch);
        std::vector<double> own(x.size()), truth(x.size());
        m_program.evaluate<double>(x, m_parameters, std::array{own.data(), truth.data()});
        return !std::ranges::equal(own, truth, isSame);
    }

private:
    kernel::Program m_program;
    std::vector<double> m_parameters;
};

}  // namespace

std::vector<Interval> whereGradientDiffers(const Activation& activation)
{
    if (!activation.hasOwnGradient())
        return {};
    const Gradients gradients(activation);
    const std::vector<double> edges = edgesOf(activation);
    std::vector<Interval> found;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const Interval stretch{edges[i], edges[i + 1]};
        if (!(stretch.low < stretch.high) || !gradients.differIn(stretch))
            continue;
        if (!found.empty() && found.back().high == stretch.low)
            found.back().high = stretch.high;
        else
            found.push_back(stretch);
    }
    return found;
}

}  // namespace actlab::analysis
