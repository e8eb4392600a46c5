#include "core/analysis/curve.hpp"

#include "core/analysis/cuts.hpp"
#include "core/analysis/own_gradient.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace actlab::analysis {

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

/// x ascending; y[k][i] = derivative k at x[i].
struct Samples {
    std::vector<double> x;
    std::vector<std::vector<double>> y;
};

Cuts drawnCutsOf(const activation::Activation& activation, Interval interval)
{
    auto switches = switchesOf(activation.value());
    const auto more = switchesOf(activation.derivative());
    switches.insert(switches.end(), more.begin(), more.end());
    return cutsOf(switches, activation.curves(), activation.parameters(), interval);
}

bool growsSteep(const Cut& cut)
{
    return !std::isfinite(cut.left[0]) || !std::isfinite(cut.right[0]) || !std::isfinite(cut.left[1]) ||
           !std::isfinite(cut.right[1]);
}

/// Evenly spread; ever closer towards poles and vertical tangents.
std::vector<double> placesToSample(Interval interval, int samples, const Cuts& cuts)
{
    std::vector<double> x;
    const double cell = interval.width() / (samples - 1);
    for (int i = 0; i < samples - 1; ++i)
        x.push_back(interval.low + interval.width() * (static_cast<double>(i) / (samples - 1)));
    x.push_back(interval.high);
    const auto poles = std::count_if(cuts.list.begin(), cuts.list.end(), growsSteep);
    const auto nearest = std::clamp<std::ptrdiff_t>(samples / 2 / std::max<std::ptrdiff_t>(poles, 1), 1, 12);
    for (const Cut& cut : cuts.list)
        for (int halvings = 1; halvings <= nearest && growsSteep(cut); ++halvings)
            for (const double side : {-1, 1})
                x.push_back(cut.x + side * std::ldexp(cell, -halvings));
    std::sort(x.begin(), x.end());
    x.erase(std::unique(x.begin(), x.end()), x.end());
    x.erase(x.begin(), std::lower_bound(x.begin(), x.end(), interval.low));
    x.erase(std::upper_bound(x.begin(), x.end(), interval.high), x.end());
    return x;
}

/// The height of the picture that most of the values fill, without the few next to a pole.
double heightOf(std::vector<double> y)
{
    y.erase(std::remove_if(y.begin(), y.end(), [](double v) { return !std::isfinite(v); }), y.end());
    if (y.size() < 3)
        return 0;
    const auto at = [&](double share) {
        const auto place = y.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(y.size() - 1));
        std::nth_element(y.begin(), place, y.end());
        return *place;
    };
    const double low = at(0.02);
    return at(0.98) - low;
}

/// Marks the cells next to samples where a line turns so much that the eye would see a corner.
void markBends(const std::vector<double>& y, std::vector<bool>& isBent)
{
    const double visible = heightOf(y) / 400;
    for (std::size_t i = 1; i + 1 < y.size(); ++i)
        if (std::abs(y[i - 1] - 2 * y[i] + y[i + 1]) > visible)
            isBent[i - 1] = isBent[i] = true;
}

std::vector<double> placesToRefine(const Samples& samples)
{
    std::vector<bool> isBent(samples.x.size());
    for (const auto& y : samples.y)
        markBends(y, isBent);
    const auto bends = static_cast<std::size_t>(std::count(isBent.begin(), isBent.end(), true));
    const auto parts = std::clamp<std::size_t>(samples.x.size() / std::max<std::size_t>(bends, 1) + 1, 2, 4);
    std::vector<double> extra;
    for (std::size_t i = 0; i + 1 < samples.x.size(); ++i)
        for (std::size_t part = 1; part < parts && isBent[i]; ++part)
            extra.push_back(samples.x[i] + (samples.x[i + 1] - samples.x[i]) * static_cast<double>(part) /
                                               static_cast<double>(parts));
    return extra;
}

Samples merged(const Samples& a, const Samples& b)
{
    Samples all;
    all.y.resize(a.y.size());
    const auto append = [&all](const Samples& from, std::size_t i) {
        all.x.push_back(from.x[i]);
        for (std::size_t k = 0; k < all.y.size(); ++k)
            all.y[k].push_back(from.y[k][i]);
    };
    std::size_t j = 0;
    for (std::size_t i = 0; i < a.x.size(); ++i) {
        for (; j < b.x.size() && b.x[j] < a.x[i]; ++j)
            append(b, j);
        append(a, i);
    }
    return all;
}

/// Where f has no value it has no slope either, though the formula for f′ may give one.
void leaveOutGaps(Samples& samples)
{
    for (std::size_t i = 0; i < samples.x.size(); ++i)
        if (std::isnan(samples.y[0][i]))
            for (auto& y : samples.y)
                y[i] = kGap;
}

Samples sampled(const activation::Activation& activation, std::vector<double> x, int order)
{
    auto y = activation.evaluate<double>(x, order);
    Samples samples{std::move(x), std::move(y)};
    leaveOutGaps(samples);
    return samples;
}

/// A polyline that is let in, one after the other, what lies between cuts and what happens at them.
class Drawing {
public:
    explicit Drawing(std::size_t order) : m_order(order) {}

    void passPoint(double x, double y)
    {
        m_curve.x.push_back(x);
        m_curve.y.push_back(std::isfinite(y) ? y : kGap);
    }

    void passCut(const Cut& cut)
    {
        const double left = valueOn(cut.left), right = valueOn(cut.right);
        passPoint(cut.x, left);
        if (left == right)
            return;
        if (std::isfinite(left))
            passPoint(cut.x, kGap);
        if (std::isfinite(right))
            passPoint(cut.x, right);
    }

    Curve take() { return std::move(m_curve); }

private:
    double valueOn(const std::vector<double>& side) const { return std::isnan(side[0]) ? kGap : side[m_order]; }

    std::size_t m_order;
    Curve m_curve;
};

Curve curveOf(const Samples& samples, const Cuts& cuts, std::size_t order, double width)
{
    Drawing drawing(order);
    auto cut = cuts.list.begin();
    for (std::size_t i = 0; i < samples.x.size(); ++i) {
        const double x = samples.x[i];
        for (; cut != cuts.list.end() && cut->x <= x; ++cut)
            drawing.passCut(*cut);
        // so near to a cut, rounding decides which side a sample shows
        const auto isAt = [&](const Cut& c) {
            return std::abs(c.x - x) <= 1e-13 * std::max(std::abs(x), std::min(1.0, width));
        };
        const bool isOnCut = (cut != cuts.list.begin() && isAt(*(cut - 1))) || (cut != cuts.list.end() && isAt(*cut));
        if (!isOnCut)
            drawing.passPoint(x, samples.y[order][i]);
    }
    return drawing.take();
}

std::vector<SlopeBreak> slopeBreaksOf(const Breakpoints& breakpoints)
{
    std::vector<SlopeBreak> found;
    for (const Breakpoint& point : breakpoints.points)
        if (point.join <= Join::Kink && point.leftSlope != point.rightSlope)
            found.push_back({point.x, point.leftSlope, point.rightSlope, point.slopeAt});
    return found;
}

std::vector<SlopeBreak> slopeBreaksOf(const Cuts& cuts)
{
    std::vector<SlopeBreak> found;
    for (const Cut& cut : cuts.list)
        if (cut.left[1] != cut.right[1])
            found.push_back({cut.x, cut.left[1], cut.right[1], cut.at[1]});
    return found;
}

Curve trueSlopeOf(const activation::Activation& activation, const std::vector<double>& x, const Cuts& cuts,
                  double width)
{
    Samples samples{x, {std::vector<double>(x.size()), std::vector<double>(x.size())}};
    const std::vector<double> parameters = activation.parameterValues();
    trueProgramOf(activation, 2)
        .evaluate<double>(x, parameters, std::array{samples.y[0].data(), samples.y[1].data()});
    leaveOutGaps(samples);
    return curveOf(samples, cuts, 1, width);
}

}  // namespace

CurveSet sampleCurves(const activation::Activation& activation, Interval interval, int samples, int order)
{
    CurveSet set;
    order = std::clamp(order, 0, 2);
    set.orders.resize(static_cast<std::size_t>(order) + 1);
    if (!(interval.low < interval.high) || !std::isfinite(interval.width()))
        return set;
    const Cuts trueCuts = trueCutsOf(activation, interval);
    const Cuts cuts = activation.hasOwnGradient() ? drawnCutsOf(activation, interval) : trueCuts;
    set.breakpoints = breakpointsOf(trueCuts, activation);
    Samples points = sampled(activation, placesToSample(interval, std::max(samples, 2), cuts), order);
    if (auto extra = placesToRefine(points); !extra.empty())
        points = merged(points, sampled(activation, std::move(extra), order));
    for (std::size_t k = 0; k < set.orders.size(); ++k)
        set.orders[k] = curveOf(points, cuts, k, interval.width());
    set.slopeBreaks = activation.hasOwnGradient() ? slopeBreaksOf(cuts) : slopeBreaksOf(set.breakpoints);
    if (activation.hasOwnGradient() && order > 0) {
        set.trueSlope = trueSlopeOf(activation, points.x, trueCuts, interval.width());
        set.differs = whereGradientDiffers(activation);
    }
    return set;
}

}  // namespace actlab::analysis
