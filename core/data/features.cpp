#include "core/data/features.hpp"

#include <cmath>
#include <string>
#include <utility>

namespace actlab::data {

namespace {

float valueOf(Feature feature, float x, float y)
{
    switch (feature) {
    case Feature::X: return x;
    case Feature::Y: return y;
    case Feature::XSquared: return x * x;
    case Feature::YSquared: return y * y;
    case Feature::Product: return x * y;
    case Feature::SineX: return std::sin(x);
    case Feature::SineY: break;
    }
    return std::sin(y);
}

std::vector<float> featuresAt(const std::vector<Feature>& features, std::span<const float> places)
{
    std::vector<float> inputs;
    inputs.reserve(places.size() / 2 * features.size());
    for (std::size_t i = 0; i + 1 < places.size(); i += 2)
        for (const Feature feature : features)
            inputs.push_back(valueOf(feature, places[i], places[i + 1]));
    return inputs;
}

void widen(Table& table, std::vector<float>& places, const std::vector<Feature>& features)
{
    places = std::exchange(table.inputs, featuresAt(features, table.inputs));
    table.features = features.size();
}

}  // namespace

bool hasFeatures(const Dataset& data)
{
    return dimensions(data) == 2 && data.name != "csv";
}

void takeFeatures(Dataset& data, const std::vector<Feature>& features)
{
    if (features.empty() || !hasFeatures(data))
        return;
    data.features = features;
    widen(data.train, data.trainPlane, features);
    widen(data.test, data.testPlane, features);
    data.featureNames.clear();
    for (const Feature feature : features)
        data.featureNames.emplace_back(kFeatureNames[static_cast<std::size_t>(feature)]);
}

std::size_t dimensions(const Dataset& data)
{
    return data.features.empty() ? data.train.features : 2;
}

std::span<const float> trainPlaces(const Dataset& data)
{
    return data.features.empty() ? data.train.inputs : data.trainPlane;
}

std::span<const float> testPlaces(const Dataset& data)
{
    return data.features.empty() ? data.test.inputs : data.testPlane;
}

std::vector<float> inputsAt(const Dataset& data, std::vector<float> places)
{
    return data.features.empty() ? std::move(places) : featuresAt(data.features, places);
}

}  // namespace actlab::data
