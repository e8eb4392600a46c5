#include "core/workspace/hand_weights_json.hpp"

#include "core/nn/divergence.hpp"
#include "core/workspace/run.hpp"

#include <array>
#include <set>

namespace actlab::workspace {

using nlohmann::json;

json handWeightsToJson(const std::vector<nn::HandWeight>& weights)
{
    json rows = json::array();
    for (const nn::HandWeight& weight : weights)
        rows.push_back({weight.layer, weight.in, weight.out, weight.place, shortNumber(weight.value)});
    return rows;
}

std::vector<nn::HandWeight> readHandWeights(const JsonReader& from)
{
    std::vector<nn::HandWeight> weights;
    std::set<std::array<std::size_t, 4>> places;
    for (std::size_t i = 0; i < from.size(kMostNumbersKept); ++i) {
        const JsonReader row = from.at(i);
        weights.push_back({row.at(0).count(), row.at(1).count(), row.at(2).count(), row.at(3).count(),
                           static_cast<float>(row.at(4).finite())});
        if (!nn::isSane(weights.back().value))
            row.at(4).fail("is too large for a weight");
        const nn::HandWeight& weight = weights.back();
        if (!places.insert({weight.layer, weight.in, weight.out, weight.place}).second)
            row.fail("is of the same place as one before it");
    }
    return weights;
}

}  // namespace actlab::workspace
