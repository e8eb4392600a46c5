#include "core/data/dataset.hpp"
#include "core/data/digits.hpp"
#include "core/data/names.hpp"

namespace actlab::data {

namespace {

constexpr std::size_t kFewest = 10;
constexpr std::size_t kMost = 100'000;

/// False for NaN too.
bool isWithin(double value, double low, double high)
{
    return value >= low && value <= high;
}

bool isFile(const DataSetInfo& set)
{
    return set.name == "digits";
}

Error unknownName(const std::string& name)
{
    std::string message = "There is no data set \"" + name.substr(0, 40) + "\"";
    if (const std::string_view nearest = nearestDataSet(name); !nearest.empty())
        return {"dataset", message + "; did you mean \"" + std::string(nearest) + "\"?"};
    message += "; there are";
    for (const DataSetInfo& set : dataSets())
        message += (&set == dataSets().data() ? " " : ", ") + std::string(set.name);
    return {"dataset", message + "."};
}

}  // namespace

std::size_t usualSamples(const DataSetInfo& set)
{
    if (isFile(set))
        return kDigits;
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
    const std::size_t most = isFile(*set) ? kDigits : kMost;
    if (spec.samples != 0 && (spec.samples < kFewest || spec.samples > most))
        return Error{"samples", "The number of samples must be from " + std::to_string(kFewest) + " to " +
                                    std::to_string(most) + ", or 0 for the usual number."};
    return std::nullopt;
}

}  // namespace actlab::data
