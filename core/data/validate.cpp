#include "core/data/dataset.hpp"
#include "core/data/digits.hpp"
#include "core/data/names.hpp"
#include "core/data/plane_formula.hpp"
#include "core/data/points.hpp"
#include "core/data/split.hpp"

#include <algorithm>

namespace actlab::data {

namespace {

constexpr std::size_t kMost = 100'000;

/// False for NaN too.
bool isWithin(double value, double low, double high)
{
    return value >= low && value <= high;
}

constexpr std::size_t kMostOfAFile = 1'000'000'000;

std::size_t mostSamples(const DataSetInfo& set)
{
    if (set.name == "digits")
        return kDigits;
    return set.name == "csv" || set.name == "mnist" ? kMostOfAFile : kMost;
}

/// What of a data set of one's own is not said.
std::optional<Error> errorInSource(const DataSpec& spec, std::string_view name)
{
    if (name == "csv" && spec.file.empty())
        return Error{"csv", "Choose the file with the data."};
    if (name == "csv" && spec.target.empty())
        return Error{"target", "Choose the column to learn."};
    if (name == "mnist" && spec.file.empty())
        return Error{"idx-images", "Choose the IDX file with the pictures."};
    if (name == "mnist" && spec.labels.empty())
        return Error{"idx-labels", "Choose the IDX file with what the pictures show."};
    if (name == "formula")
        if (const auto formula = readPlaneFormula(spec.formula); !formula)
            return Error{"formula", formula.error().message + "."};
    if (name == "points")
        return errorInPoints(spec);
    return std::nullopt;
}

bool hasTwins(std::vector<Feature> features)
{
    std::ranges::sort(features);
    return std::ranges::adjacent_find(features) != features.end();
}

Error unknownName(const std::string& name)
{
    std::string message = "There is no data set \"" + name.substr(0, 40) + "\"";
    if (const std::string_view nearest = nearestDataSet(name); !nearest.empty())
        return {"dataset", message + "; did you mean \"" + std::string(nearest) + "\"?"};
    message += "; there are";
    for (const DataSetInfo& set : dataSets())
        message += (&set == dataSets().data() ? " " : ", ") + std::string(set.name);
    for (const DataSetInfo& set : ownDataSets())
        message += ", " + std::string(set.name);
    return {"dataset", message + "."};
}

}  // namespace

std::size_t usualSamples(const DataSetInfo& set)
{
    if (set.name == "digits")
        return kDigits;
    if (set.name == "csv" || set.name == "mnist" || set.name == "points")
        return 0;
    return set.task == Task::Regression ? 1200 : 500;
}

std::optional<Error> validate(const DataSpec& spec)
{
    const DataSetInfo* set = findDataSet(spec.name);
    if (!set)
        return unknownName(spec.name);
    if (!isWithin(spec.noise, 0, 0.5))
        return Error{"noise", "Noise must be a number from 0 to 0.5."};
    if (!isWithin(spec.trainShare, 0.1, 0.9))
        return Error{"train-share", "The share of the data to train on must be a number from 0.1 to 0.9."};
    if (hasTwins(spec.features))
        return Error{"features", "No input of the network can be given twice."};
    const std::size_t most = mostSamples(*set);
    if (spec.samples != 0 && (spec.samples < kFewestSamples || spec.samples > most))
        return Error{"samples", "The number of samples must be from " + std::to_string(kFewestSamples) + " to " +
                                    std::to_string(most) + ", or 0 for the usual number."};
    return errorInSource(spec, set->name);
}

}  // namespace actlab::data
