#include "core/nn/layer_use.hpp"

#include "core/nn/forward.hpp"

#include "core/analysis/breakpoints.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace actlab::nn {

namespace {

constexpr double kSaturated = 0.01, kInfinity = std::numeric_limits<double>::infinity();

/// A half of the hundredth is left out at either end.
analysis::Interval rangeOf(const Panel& panel)
{
    std::vector<float> finite;
    std::ranges::copy_if(panel.values, std::back_inserter(finite), [](float value) { return std::isfinite(value); });
    if (finite.empty())
        return {-1, 1};
    std::ranges::sort(finite);
    const std::size_t outside = finite.size() / 200;
    const double low = finite[outside], high = finite[finite.size() - 1 - outside];
    const double least = 1e-6 * std::max(1.0, std::abs(low));
    return high - low > least ? analysis::Interval{low, high} : analysis::Interval{low - least, high + least};
}

std::vector<std::size_t> countsOf(const Panel& panel, analysis::Interval range)
{
    std::vector<std::size_t> counts(kUseBins);
    const double scale = static_cast<double>(kUseBins) / (range.high - range.low);
    for (const float value : panel.values)
        if (value >= range.low && value <= range.high) {
            const auto place = static_cast<std::size_t>(scale * (value - range.low));
            ++counts[std::min(place, kUseBins - 1)];
        }
    return counts;
}

std::vector<std::size_t> deadUnits(const Panel& slopes)
{
    std::vector<std::size_t> dead;
    for (std::size_t i = 0; i < slopes.units; ++i)
        if (std::ranges::all_of(slopes.unit(i), [](float slope) { return slope == 0; }))
            dead.push_back(i);
    return dead;
}

/// Of each unit's values.
std::vector<double> shareOfUnits(const Panel& panel, const auto& isThere)
{
    std::vector<double> shares;
    for (std::size_t i = 0; i < panel.units; ++i)
        shares.push_back(static_cast<double>(std::ranges::count_if(panel.unit(i), isThere)) /
                         static_cast<double>(std::max<std::size_t>(panel.rows, 1)));
    return shares;
}

double meanOf(const std::vector<double>& shares)
{
    return shares.empty() ? 0
                          : std::accumulate(shares.begin(), shares.end(), 0.0) / static_cast<double>(shares.size());
}

std::vector<double> saturatedOfUnits(const Panel& slopes)
{
    float greatest = 0;
    for (const float slope : slopes.values)
        greatest = std::max(greatest, std::abs(slope));
    const auto limit = static_cast<float>(kSaturated) * greatest;
    return shareOfUnits(slopes, [limit](float slope) { return std::abs(slope) <= limit; });
}

std::vector<LayerUse::Piece> piecesOf(const activation::Activation& activation, const Panel& panel,
                                      analysis::Interval range)
{
    std::vector<LayerUse::Piece> pieces{{-kInfinity, kInfinity, 0}};
    const double margin = 0.5 * (range.high - range.low) + 1;
    for (const analysis::Breakpoint& point :
         analysis::findBreakpoints(activation, {range.low - margin, range.high + margin}).points) {
        pieces.back().to = point.x;
        pieces.push_back({point.x, kInfinity, 0});
    }
    for (LayerUse::Piece& piece : pieces) {
        piece.shareOfUnits = shareOfUnits(panel, [&piece](float value) {
            return value >= piece.from && (value < piece.to || std::isinf(piece.to));  // a NaN lies nowhere
        });
        piece.share = meanOf(piece.shareOfUnits);
    }
    return pieces;
}

LayerUse useOf(const LearnedActivation& learned, const Panel& panel, const Panel& slopes)
{
    LayerUse use;
    use.activation = learned.atMean();
    use.range = rangeOf(panel);
    use.counts = countsOf(panel, use.range);
    use.units = panel.units;
    use.deadUnits = deadUnits(slopes);
    use.values = panel.values.size();
    use.saturatedOfUnits = saturatedOfUnits(slopes);
    use.saturated = meanOf(use.saturatedOfUnits);
    use.pieces = piecesOf(*use.activation, panel, use.range);
    return use;
}

}  // namespace

std::vector<UnitShare> unitsMostlyThere(std::span<const double> shares)
{
    std::vector<UnitShare> units;
    for (std::size_t unit = 0; unit < shares.size(); ++unit)
        if (shares[unit] > 0.5)
            units.push_back({unit, shares[unit]});
    std::ranges::stable_sort(units, std::ranges::greater(), &UnitShare::share);
    return units;
}

std::vector<LayerUse> layerUses(const TrainingSpec& spec, const data::Dataset& data,
                                std::span<const float> parameters, std::size_t mostRows, const std::stop_token& stop)
{
    const Layout layout = layoutOf(spec, data);
    std::vector<LayerUse> uses;
    if (parameters.size() != layout.size)
        return uses;
    Panel values = inputPanel(data.train.inputs, data.train.features, rowsToLookAt(layout, data, mostRows));
    for (std::size_t i = 0; i < spec.hidden.size(); ++i) {
        if (stop.stop_requested())
            return {};
        const LearnedActivation learned(spec.hidden[i].activation, layout, i, parameters);
        const Panel panel = preActivations(layout.layers[i], parameters, values);
        LearnedActivation::Curves curves = learned.evaluate(panel);
        uses.push_back(useOf(learned, panel, curves.slopes));
        values = handedOn(layout.layers[i], std::move(curves.values), values);
    }
    return uses;
}

}  // namespace actlab::nn
