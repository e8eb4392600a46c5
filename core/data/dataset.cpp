#include "core/data/dataset.hpp"

#include "core/data/csv.hpp"
#include "core/data/digits.hpp"
#include "core/data/features.hpp"
#include "core/data/generators.hpp"
#include "core/data/idx.hpp"
#include "core/data/names.hpp"
#include "core/data/plane_formula.hpp"
#include "core/data/points.hpp"
#include "core/data/split.hpp"

#include <algorithm>
#include <map>

namespace actlab::data {

namespace {

using Generator = Table (*)(std::size_t samples, double noise, Random& random);

const std::map<std::string_view, Generator>& generators()
{
    static const std::map<std::string_view, Generator> all{
        {"circle", circle}, {"xor", exclusiveOr}, {"gauss", twoGaussians},     {"spiral", spiral},
        {"moons", moons},   {"plane", plane},     {"multi-gauss", multiGauss}, {"sine", sine},
    };
    return all;
}

void addNoise(Table& table, double noise, Random& random)
{
    if (noise == 0)
        return;
    for (float& value : table.inputs)
        value = shakenGrey(value, noise, random);
}

Result<Table> rows(const DataSetInfo& set, const DataSpec& spec, std::size_t samples, Random& random)
{
    if (const auto found = generators().find(set.name); found != generators().end())
        return found->second(samples, spec.noise, random);
    Result<Table> table = digits();
    if (table)
        addNoise(*table, spec.noise, random);
    return table;
}

/// Everything but the rows.
Dataset described(const DataSetInfo& set)
{
    Dataset data;
    data.name = set.name;
    data.task = set.task;
    data.classes = set.classes;
    if (set.features <= 2) {
        data.featureNames = set.features == 1 ? std::vector<std::string>{"x"} : std::vector<std::string>{"x", "y"};
        data.classNames = set.classes == 2 ? std::vector<std::string>{"-1", "+1"} : std::vector<std::string>{};
        return data;
    }
    data.imageWidth = data.imageHeight = kDigitSide;
    for (std::size_t pixel = 0; pixel < set.features; ++pixel)
        data.featureNames.push_back("pixel " + std::to_string(pixel / kDigitSide) + "," +
                                    std::to_string(pixel % kDigitSide));
    for (std::size_t digit = 0; digit < set.classes; ++digit)
        data.classNames.push_back(std::to_string(digit));
    return data;
}

Result<Dataset> loadPlaces(const DataSpec& spec, const IsOver& isOver)
{
    const DataSetInfo& set = *findDataSet(spec.name);
    if (set.name == "csv")
        return loadCsv(spec, isOver);
    if (set.name == "mnist")
        return loadIdx(spec, isOver);
    if (set.name == "formula")
        return loadFormula(spec, isOver);
    if (set.name == "points")
        return loadPoints(spec);
    const std::size_t samples = spec.samples == 0 ? usualSamples(set) : spec.samples;
    Random random(spec.seed);
    const Result<Table> all = rows(set, spec, samples, random);
    if (!all)
        return tl::unexpected(all.error());
    const std::vector<std::size_t> order = shuffledRows(all->rows(), random);
    const std::size_t trained = trainRows(samples, spec.trainShare);
    Dataset data = described(set);
    data.train = rowsOf(*all, order, 0, trained);
    data.test = rowsOf(*all, order, trained, samples);
    if (auto error = errorInSplit(data))
        return tl::unexpected(std::move(*error));
    return data;
}

}  // namespace

Result<Dataset> load(const DataSpec& spec, const IsOver& isOver)
{
    if (auto error = validate(spec))
        return tl::unexpected(std::move(*error));
    Result<Dataset> data = loadPlaces(spec, isOver);
    if (data)
        takeFeatures(*data, spec.features);
    return data;
}

}  // namespace actlab::data
