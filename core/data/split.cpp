#include "core/data/split.hpp"

#include "core/data/input_file.hpp"
#include "core/data/memory.hpp"
#include "core/data/number_text.hpp"

#include <algorithm>
#include <cmath>
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

Result<Table> tableOf(const RowSource& source, std::span<const std::size_t> order, const IsOver& isOver)
{
    constexpr std::size_t kFloatsBetweenLooks = 1 << 18;
    const std::size_t needed = order.size() * (source.features + 1) * sizeof(float);
    if (const auto free = freeMemory(); free && needed > *free)
        return tl::unexpected(Error{"samples", counted(order.size(), "row") + " of " +
                                                   counted(source.features, "input") + " take " +
                                                   spelledBytes(needed) + " of memory, and " + spelledBytes(*free) +
                                                   " are free. Take fewer samples."});
    Table table;
    table.features = source.features;
    table.inputs.reserve(order.size() * source.features);  // and filled in portions: even zeros take their time
    table.targets.reserve(order.size());
    const std::size_t between = 1 + kFloatsBetweenLooks / (source.features + 1);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i % between == 0 && isOverBy(isOver))
            return tl::unexpected(brokenOff());
        table.inputs.resize((i + 1) * source.features);
        source.writeInputs(order[i], table.inputs.data() + i * source.features);
        table.targets.push_back(source.target(order[i]));
    }
    return table;
}

/// 0.7 × 10 is 7, whatever the last bit of the product says.
std::size_t trainRows(std::size_t samples, double share)
{
    return static_cast<std::size_t>(std::floor(static_cast<double>(samples) * share + 1e-9));
}

Result<std::size_t> samplesOf(const DataSpec& spec, std::size_t rows, const std::string& field)
{
    if (rows < kFewestSamples)
        return tl::unexpected(Error{field, (rows == 1 ? "There is " : "There are ") + counted(rows, "row") +
                                               " to learn from; " + std::to_string(kFewestSamples) +
                                               " are the fewest."});
    if (spec.samples > rows)
        return tl::unexpected(Error{"samples", "There are " + std::to_string(rows) + " rows to learn from, not " +
                                                   std::to_string(spec.samples) + "."});
    return spec.samples == 0 ? rows : spec.samples;
}

std::optional<Error> fillParts(Dataset& data, const RowSource& source, std::span<const std::size_t> order,
                               std::size_t trained, const IsOver& isOver)
{
    auto train = tableOf(source, order.first(trained), isOver);
    if (!train)
        return train.error();
    auto test = tableOf(source, order.subspan(trained), isOver);
    if (!test)
        return test.error();
    data.train = std::move(*train);
    data.test = std::move(*test);
    return errorInSplit(data);
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
