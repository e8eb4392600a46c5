#include "core/nn/layer_use.hpp"

#include "core/nn/engine.hpp"
#include "core/nn/learned.hpp"

#include "core/analysis/breakpoints.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace actlab::nn {

namespace {

constexpr double kSaturated = 0.01, kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostProducts = 100'000'000, kLeastRows = 16;

/// What units answer with for some rows, unit after unit.
struct Panel {
    std::size_t units = 0, rows = 0;
    std::vector<float> values;
    std::span<float> unit(std::size_t i) { return std::span(values).subspan(i * rows, rows); }
    std::span<const float> unit(std::size_t i) const { return std::span(values).subspan(i * rows, rows); }
};

std::size_t rowsFor(const Layout& layout, const data::Dataset& data, std::size_t mostRows)
{
    const std::size_t affordable = std::max(kMostProducts / std::max<std::size_t>(layout.size, 1), kLeastRows);
    return std::min({mostRows, affordable, data.train.rows()});
}

Panel inputsOf(const data::Table& table, std::size_t rows)
{
    Panel panel{table.features, rows, std::vector<float>(table.features * rows)};
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t i = 0; i < table.features; ++i)
            panel.unit(i)[row] = table.inputs[row * table.features + i];
    return panel;
}

Panel dense(const Layout::Dense& layer, std::span<const float> parameters, const Panel& inputs)
{
    Panel outputs{layer.out, inputs.rows, std::vector<float>(layer.out * inputs.rows)};
    for (std::size_t i = 0; i < layer.out; ++i) {
        const std::span<float> unit = outputs.unit(i);
        std::ranges::fill(unit, parameters[layer.bias + i]);
        for (std::size_t k = 0; k < layer.in; ++k) {
            const float weight = parameters[layer.weights + i * layer.in + k];
            const std::span<const float> input = inputs.unit(k);
            for (std::size_t row = 0; row < inputs.rows; ++row)
                unit[row] += weight * input[row];
        }
    }
    return outputs;
}

/// The activation of one layer with what it has learned.
class Learned {
public:
    Learned(activation::ActivationPtr activation, std::vector<LayerLearned> values)
        : m_activation(std::move(activation)), m_values(std::move(values))
    {
    }

    bool hasChannels() const
    {
        return std::ranges::any_of(m_values, [](const LayerLearned& each) { return each.values.size() > 1; });
    }
    activation::ActivationPtr ofUnit(std::size_t unit) const
    {
        return with([&](std::span<const float> values) { return values[values.size() > 1 ? unit : 0]; });
    }
    activation::ActivationPtr atMean() const
    {
        return with([](std::span<const float> values) {
            return std::accumulate(values.begin(), values.end(), 0.0F) / static_cast<float>(values.size());
        });
    }

private:
    template <class Choose>
    activation::ActivationPtr with(Choose choose) const
    {
        activation::ActivationPtr made = m_activation;
        for (const LayerLearned& each : m_values)
            made = made->withValue(each.name, choose(each.values));
        return made;
    }

    activation::ActivationPtr m_activation;
    std::vector<LayerLearned> m_values;
};

/// Value and gradient of every pre-activation.
struct Activated {
    Panel values, slopes;
};

Activated activated(const Learned& learned, const Panel& panel)
{
    Activated result{panel, panel};
    const activation::ActivationPtr common = learned.hasChannels() ? nullptr : learned.ofUnit(0);
    for (std::size_t i = 0; i < panel.units; ++i) {
        const auto curves = (common ? common : learned.ofUnit(i))->evaluate<float>(panel.unit(i), 1);
        std::ranges::copy(curves[0], result.values.unit(i).begin());
        std::ranges::copy(curves[1], result.slopes.unit(i).begin());
    }
    return result;
}

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

std::size_t deadUnits(const Panel& slopes)
{
    std::size_t dead = 0;
    for (std::size_t i = 0; i < slopes.units; ++i)
        dead += std::ranges::all_of(slopes.unit(i), [](float slope) { return slope == 0; });
    return dead;
}

double saturatedShare(const Panel& slopes)
{
    float greatest = 0;
    for (const float slope : slopes.values)
        greatest = std::max(greatest, std::abs(slope));
    const auto limit = static_cast<float>(kSaturated) * greatest;
    const auto flat = std::ranges::count_if(slopes.values, [&](float slope) { return std::abs(slope) <= limit; });
    return slopes.values.empty() ? 0 : static_cast<double>(flat) / static_cast<double>(slopes.values.size());
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
    for (const float value : panel.values) {
        if (std::isnan(value))
            continue;
        const auto after = std::ranges::upper_bound(pieces, value, {}, &LayerUse::Piece::from);
        (after == pieces.begin() ? after : after - 1)->share += 1 / static_cast<double>(panel.values.size());
    }
    return pieces;
}

LayerUse useOf(const Learned& learned, const Panel& panel, const Panel& slopes)
{
    LayerUse use;
    use.activation = learned.atMean();
    use.range = rangeOf(panel);
    use.counts = countsOf(panel, use.range);
    use.units = panel.units;
    use.deadUnits = deadUnits(slopes);
    use.values = panel.values.size();
    use.saturated = saturatedShare(slopes);
    use.pieces = piecesOf(*use.activation, panel, use.range);
    return use;
}

}  // namespace

std::vector<LayerUse> layerUses(const TrainingSpec& spec, const data::Dataset& data,
                                std::span<const float> parameters, std::size_t mostRows, const std::stop_token& stop)
{
    const Layout layout = layoutOf(spec, data);
    std::vector<LayerUse> uses;
    if (parameters.size() != layout.size)
        return uses;
    Panel values = inputsOf(data.train, rowsFor(layout, data, mostRows));
    for (std::size_t i = 0; i < spec.hidden.size(); ++i) {
        if (stop.stop_requested())
            return {};
        const activation::ActivationPtr& activation = spec.hidden[i].activation;
        const Learned learned(activation, learnedByLayer(*activation, layout, i, parameters));
        const Panel panel = dense(layout.layers[i], parameters, values);
        Activated after = activated(learned, panel);
        uses.push_back(useOf(learned, panel, after.slopes));
        values = std::move(after.values);
    }
    return uses;
}

}  // namespace actlab::nn
