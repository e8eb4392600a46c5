#include "core/nn/hand_weights.hpp"

#include <algorithm>

namespace actlab::nn {

std::optional<std::size_t> indexOf(const HandWeight& weight, const Layout& layout)
{
    if (weight.layer >= layout.layers.size())
        return std::nullopt;
    const Layout::Dense& layer = layout.layers[weight.layer];
    if (layer.in != weight.in || layer.out != weight.out || weight.place >= (layer.in + 1) * layer.out)
        return std::nullopt;
    return layer.weights + weight.place;
}

std::optional<HandWeight> handWeightAt(std::size_t index, const Layout& layout, float value)
{
    for (std::size_t i = 0; i < layout.layers.size(); ++i) {
        const Layout::Dense& layer = layout.layers[i];
        if (index >= layer.weights && index < layer.bias + layer.out)
            return HandWeight{i, layer.in, layer.out, index - layer.weights, value};
    }
    return std::nullopt;
}

void setByHand(std::vector<HandWeight>& weights, const HandWeight& weight)
{
    const auto isOfSamePlace = [&weight](HandWeight other) {
        other.value = weight.value;
        return other == weight;
    };
    if (const auto known = std::ranges::find_if(weights, isOfSamePlace); known != weights.end())
        *known = weight;
    else
        weights.push_back(weight);
}

std::size_t handWeightsWithoutPlace(const TrainingSpec& spec, const data::Dataset& data)
{
    const Layout layout = layoutOf(spec, data);
    return static_cast<std::size_t>(std::ranges::count_if(
        spec.handWeights, [&layout](const HandWeight& weight) { return !indexOf(weight, layout); }));
}

}  // namespace actlab::nn
