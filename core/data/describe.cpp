#include "core/data/describe.hpp"

#include "core/data/features.hpp"
#include "core/data/number_text.hpp"
#include "core/data/points.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::data {

std::vector<std::string> describe(const Dataset& data)
{
    const std::size_t train = data.train.rows(), test = data.test.rows(), features = data.train.features;
    std::vector<std::string> sentences{
        counted(train + test, "row") + ", " + std::to_string(train) + " to train and " + std::to_string(test) +
        " to test; " + counted(features, "input") + "; " +
        (data.task == Task::Regression ? "values to learn." : std::to_string(data.classes) + " classes.")};
    sentences.insert(sentences.end(), data.remarks.begin(), data.remarks.end());
    return sentences;
}

double reachOf(const Dataset& data)
{
    constexpr double kMargin = 1.1;
    if (data.name != "csv")
        return kPlaneReach;
    float farthest = 0.1F;
    for (const auto places : {trainPlaces(data), testPlaces(data)})
        for (const float input : places)
            farthest = std::max(farthest, std::abs(input));
    return kMargin * static_cast<double>(farthest);
}

}  // namespace actlab::data
