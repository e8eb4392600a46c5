#include "core/data/names.hpp"

#include "core/data/digits.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace actlab::data {

namespace {

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// Levenshtein's distance, one row of his table at a time.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] != b[j] ? 1 : 0);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

const std::vector<DataSetInfo>& dataSets()
{
    constexpr Task kClasses = Task::Classification;
    static const std::vector<DataSetInfo> sets{
        {"circle", "Circle", kClasses, 2, "A disc inside a ring, as in TensorFlow Playground.", 2},
        {"xor", "Exclusive or", kClasses, 2, "Four quadrants, opposite ones alike, as in TensorFlow Playground.", 2},
        {"gauss", "Two Gaussians", kClasses, 2, "Two round clouds of points, as in TensorFlow Playground.", 2},
        {"spiral", "Two spirals", kClasses, 2, "Two arms of 1.75 turns, as in TensorFlow Playground.", 2},
        {"moons", "Two moons", kClasses, 2, "Two half circles that interlock, as scikit-learn's make_moons.", 2},
        {"plane", "Plane", Task::Regression, 2,
         "Values that rise evenly from corner to corner, as in TensorFlow Playground.", 0},
        {"multi-gauss", "Hills", Task::Regression, 2,
         "Three hills and three hollows, TensorFlow Playground's multi-gauss.", 0},
        {"sine", "Sine", Task::Regression, 1, "One curve to fit: y = sin(x) from -6 to 6.", 0},
        {"digits", "Handwritten digits", kClasses, kDigitSide * kDigitSide,
         "1,797 real pictures of 8 by 8 grey values: UCI Optical Recognition of Handwritten Digits, CC BY 4.0.", 10},
    };
    return sets;
}

const std::vector<DataSetInfo>& ownDataSets()
{
    static const std::vector<DataSetInfo> sets{
        {"csv", "A table", Task::Classification, 0, "Rows of numbers and texts from a file of yours (CSV).", 0},
        {"mnist", "Pictures", Task::Classification, 0,
         "Pictures and what they show from two IDX files of yours, as MNIST and Fashion-MNIST are given out.", 0},
        {"formula", "A formula", Task::Classification, 0, "Points on which a formula in x and y decides.", 0},
        {"points", "Painted points", Task::Classification, 0, "Points of up to four classes, painted by hand.", 0},
    };
    return sets;
}

const DataSetInfo* findDataSet(std::string_view name)
{
    for (const auto* sets : {&dataSets(), &ownDataSets()})
        if (const auto found = std::ranges::find(*sets, lowered(name), &DataSetInfo::name); found != sets->end())
            return &*found;
    return nullptr;
}

bool isOwn(const DataSpec& spec)
{
    const DataSetInfo* set = findDataSet(spec.name);
    return set && set->features == 0;
}

bool isRegression(const DataSpec& spec)
{
    const DataSetInfo* set = findDataSet(spec.name);
    const bool isAsked = set && (set->name == "csv" || set->name == "formula");
    return set && (isAsked ? spec.task : set->task) == Task::Regression;
}

std::string_view nearestDataSet(std::string_view name)
{
    constexpr std::size_t kLongest = 40;
    if (name.empty() || name.size() > kLongest)
        return {};
    const auto distance = [lower = lowered(name)](const DataSetInfo& set) { return editDistance(lower, set.name); };
    const DataSetInfo& nearest = *std::ranges::min_element(dataSets(), {}, distance);
    return distance(nearest) * 2 <= std::max(name.size(), nearest.name.size()) ? nearest.name : std::string_view{};
}

}  // namespace actlab::data
