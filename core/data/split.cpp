#include "core/data/split.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace actlab::data {

namespace {

std::vector<std::size_t> countsOf(const Table& table, std::size_t classes)
{
    std::vector<std::size_t> counts(classes);
    for (const float target : table.targets)
        ++counts.at(static_cast<std::size_t>(target));
    return counts;
}

Error inSamples(const std::string& what)
{
    return {"samples", what + " Take more samples, another train share or another seed."};
}

}  // namespace

std::vector<std::size_t> shuffledRows(std::size_t rows, Random& random)
{
    std::vector<std::size_t> order(rows);
    shuffleRows(order, random);
    return order;
}

void shuffleRows(std::vector<std::size_t>& order, Random& random)
{
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = order.size(); left > 1; --left)
        std::swap(order[left - 1], order[random.below(left)]);
}

Table rowsOf(const Table& all, const std::vector<std::size_t>& order, std::size_t begin, std::size_t end)
{
    Table part;
    part.features = all.features;
    part.inputs.reserve((end - begin) * all.features);
    part.targets.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
        const float* row = all.inputs.data() + order[i] * all.features;
        part.inputs.insert(part.inputs.end(), row, row + all.features);
        part.targets.push_back(all.targets[order[i]]);
    }
    return part;
}

std::optional<Error> errorInSplit(const Dataset& data)
{
    if (data.train.rows() == 0 || data.test.rows() == 0)
        return inSamples(data.train.rows() == 0 ? "Nothing is left to train on." : "Nothing is left to test with.");
    if (data.task == Task::Regression)
        return std::nullopt;
    const std::vector<std::size_t> shown = countsOf(data.train, data.classes);
    if (const auto missing = std::ranges::find(shown, std::size_t{0}); missing != shown.end())
        return inSamples("The part to train on holds no row of class " +
                         data.classNames.at(static_cast<std::size_t>(missing - shown.begin())) + ".");
    const std::vector<std::size_t> tested = countsOf(data.test, data.classes);
    if (std::ranges::count(tested, std::size_t{0}) + 1 >= static_cast<std::ptrdiff_t>(data.classes))
        return inSamples("The part to test with holds one class only.");
    return std::nullopt;
}

}  // namespace actlab::data
