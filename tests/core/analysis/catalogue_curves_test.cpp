#include "core/activation/catalogue.hpp"
#include "core/analysis/curve.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace actlab::analysis {
namespace {

/// What the eye reads off the polyline at x; NaN in a gap.
double readOff(const Curve& curve, double x)
{
    const auto after = std::upper_bound(curve.x.begin(), curve.x.end(), x) - curve.x.begin();
    const auto i = std::clamp<std::ptrdiff_t>(after, 1, static_cast<std::ptrdiff_t>(curve.x.size()) - 1);
    const auto right = static_cast<std::size_t>(i), left = right - 1;
    const double share = (x - curve.x[left]) / (curve.x[right] - curve.x[left]);
    return curve.y[left] + share * (curve.y[right] - curve.y[left]);
}

double heightOf(const Curve& curve)
{
    double low = INFINITY, high = -INFINITY;
    for (const double y : curve.y) {
        low = std::fmin(low, y);
        high = std::fmax(high, y);
    }
    return high - low;
}

/// The polyline must lie on the function everywhere, to half a percent of its height.
void expectFaithful(const activation::Activation& activation, Interval view)
{
    const auto set = sampleCurves(activation, view, 1000, 2);
    constexpr int kProbes = 3'001;
    std::vector<double> x;
    for (int i = 0; i < kProbes; ++i)
        x.push_back(view.low + view.width() * (i + 0.37) / kProbes);
    const auto truth = activation.evaluate<double>(x, 2);
    for (std::size_t order = 0; order < 3; ++order) {
        const double tolerance = 0.005 * heightOf(set.orders[order]) + 1e-9;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double seen = readOff(set.orders[order], x[i]);
            if (std::isnan(seen))
                continue;
            ASSERT_NEAR(seen, truth[order][i], tolerance)
                << activation.name() << ", order " << order << ", x = " << x[i];
        }
    }
}

TEST(CatalogueCurves, lieOnTheFunctionEverywhere)
{
    for (const auto& activation : activation::catalogue())
        expectFaithful(*activation, {-6, 6});
}

TEST(CatalogueCurves, keepTheirCornersHoweverFarOneZoomsIn)
{
    for (const auto& activation : activation::catalogue())
        for (const auto& point : findBreakpoints(*activation, {-6, 6}).points)
            for (const double zoom : {1e-2, 1e-5, 1e-8})
                expectFaithful(*activation, {point.x - zoom, point.x + 1.1 * zoom});
}

}  // namespace
}  // namespace actlab::analysis
