#include "core/data/plane_formula.hpp"

#include "core/data/input_file.hpp"
#include "core/data/names.hpp"
#include "core/data/number_text.hpp"
#include "core/data/split.hpp"

#include "core/activation/catalogue.hpp"
#include "core/expr/children.hpp"
#include "core/expr/parser.hpp"
#include "core/kernel/program.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::data {

namespace {

constexpr double kReach = 6;
constexpr std::size_t kMostClasses = 100;
constexpr std::size_t kTriesAPoint = 50;

class PlaneFormula {
public:
    explicit PlaneFormula(const expr::Expr& formula)
        : m_usesY(!expr::parametersOf(formula).empty()),
          m_program(kernel::compile(std::span(&formula, 1), std::vector<std::string>{"y"}).onTape())
    {
    }

    bool usesY() const { return m_usesY; }

    double at(double x, double y)
    {
        double value = 0;
        double* const output = &value;
        m_program.evaluate(std::span<const double>(&x, 1), std::span<const double>(&y, 1),
                           std::span<double* const>(&output, 1), m_workspace);
        return value;
    }

private:
    bool m_usesY;
    kernel::Program m_program;
    kernel::Workspace<double> m_workspace;
};

bool fitsAFloat(double value)
{
    return std::abs(value) <= std::numeric_limits<float>::max();
}

/// A value at a random place, whose coordinates are added to `inputs`; nullopt where it has none there.
std::optional<double> draw(PlaneFormula& formula, bool isCurve, double noise, Random& random,
                           std::vector<float>& inputs)
{
    const double x = random.uniform(-kReach, kReach);
    if (isCurve) {
        const double value = formula.at(x, 0) + noise * random.normal();
        if (fitsAFloat(value))
            inputs.push_back(static_cast<float>(x));
        return fitsAFloat(value) ? std::optional(value) : std::nullopt;
    }
    const double y = random.uniform(-kReach, kReach);
    const double alongX = random.uniform(-kReach * noise, kReach * noise);
    const double value = formula.at(x + alongX, y + random.uniform(-kReach * noise, kReach * noise));
    if (!fitsAFloat(value))
        return std::nullopt;
    inputs.insert(inputs.end(), {static_cast<float>(x), static_cast<float>(y)});
    return value == 0 ? 0.0 : value;  // −0 is 0
}

struct Points {
    std::vector<float> inputs;
    std::vector<double> values;
};

Result<Points> drawAll(const DataSpec& spec, PlaneFormula& formula, std::size_t samples, Random& random,
                       const IsOver& isOver)
{
    constexpr std::size_t kBetweenLooks = 1000;
    const bool isCurve = spec.task == Task::Regression && !formula.usesY();
    Points points;
    std::size_t tries = 0;
    for (; points.values.size() < samples && tries < kTriesAPoint * samples; ++tries) {
        if (tries % kBetweenLooks == 0 && isOverBy(isOver))
            return tl::unexpected(brokenOff());
        if (const auto value = draw(formula, isCurve, spec.noise, random, points.inputs))
            points.values.push_back(*value);
    }
    if (points.values.size() < samples)
        return tl::unexpected(Error{"formula", "The formula has a finite value at " +
                                                   std::to_string(points.values.size()) + " of " +
                                                   std::to_string(tries) + " places from -6 to 6: too few."});
    return points;
}

std::vector<double> distinctOf(std::vector<double> values)
{
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::optional<Error> complaintAboutValues(const std::vector<double>& distinct, Task task)
{
    if (distinct.size() < 2)
        return Error{"formula", "The formula never varies from -6 to 6: it is " + numberText(distinct.front()) +
                                    " everywhere, and there is nothing to learn."};
    if (task == Task::Classification && distinct.size() > kMostClasses)
        return Error{"task", "The formula has more than " + std::to_string(kMostClasses) +
                                 " different values: too many to be classes. Ask for regression."};
    return std::nullopt;
}

Dataset described(const DataSpec& spec, std::size_t features, const std::vector<double>& distinct, bool isCondition)
{
    Dataset data;
    data.name = "formula";
    data.task = spec.task;
    data.featureNames = features == 1 ? std::vector<std::string>{"x"} : std::vector<std::string>{"x", "y"};
    if (spec.task == Task::Regression)
        return data;
    data.classes = distinct.size();
    for (const double value : distinct)
        data.classNames.push_back(isCondition ? (value == 0 ? "false" : "true") : numberText(value));
    return data;
}

}  // namespace

expr::Result<expr::Expr> readPlaneFormula(std::string_view text)
{
    auto formula = expr::parse(text, activation::catalogueLibrary());
    if (!formula)
        return formula;
    std::optional<expr::SourceError> error;
    expr::forEachNode(*formula, [&](const expr::Expr& node) {
        const auto* parameter = expr::as<expr::Parameter>(node);
        if (!error && parameter && parameter->name != "y")
            error = {"`" + parameter->name + "` has no value here", node.node().span,
                     "The formula of a data set is in x and y alone."};
    });
    if (error)
        return tl::unexpected(std::move(*error));
    return formula;
}

Task guessTask(const expr::Expr& formula)
{
    return expr::isCondition(formula) ? Task::Classification : Task::Regression;
}

Result<Dataset> loadFormula(const DataSpec& spec, const IsOver& isOver)
{
    const auto expression = readPlaneFormula(spec.formula);
    if (!expression)
        return tl::unexpected(Error{"formula", expression.error().message + "."});
    PlaneFormula formula(*expression);
    Random random(spec.seed);
    const std::size_t samples = spec.samples == 0 ? usualSamples(*findDataSet(spec.name)) : spec.samples;
    const auto points = drawAll(spec, formula, samples, random, isOver);
    if (!points)
        return tl::unexpected(points.error());
    const std::vector<double> distinct = distinctOf(points->values);
    if (auto error = complaintAboutValues(distinct, spec.task))
        return tl::unexpected(std::move(*error));
    const std::size_t features = points->inputs.size() / samples;
    Dataset data = described(spec, features, distinct, expr::isCondition(*expression));
    const auto writeInputs = [&](std::size_t row, float* to) {
        std::copy_n(points->inputs.begin() + static_cast<std::ptrdiff_t>(row * features), features, to);
    };
    const auto target = [&](std::size_t row) {
        const double value = points->values[row];
        return static_cast<float>(
            spec.task == Task::Regression
                ? value
                : static_cast<double>(std::ranges::lower_bound(distinct, value) - distinct.begin()));
    };
    const std::vector<std::size_t> order = shuffledRows(samples, random);
    if (auto error =
            fillParts(data, {features, writeInputs, target}, order, trainRows(samples, spec.trainShare), isOver))
        return tl::unexpected(std::move(*error));
    return data;
}

}  // namespace actlab::data
