#include "core/data/csv.hpp"

#include "core/data/csv_table.hpp"
#include "core/data/input_file.hpp"
#include "core/data/number_text.hpp"
#include "core/data/split.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::data {

namespace {

Scaling momentsOf(const std::vector<double>& numbers, std::span<const std::size_t> rows)
{
    const auto count = static_cast<double>(rows.size());
    double sum = 0, squares = 0;
    for (const std::size_t row : rows)
        sum += numbers[row];
    const double mean = sum / count;
    for (const std::size_t row : rows)
        squares += (numbers[row] - mean) * (numbers[row] - mean);
    const double deviation = std::sqrt(squares / count);
    // What differs by rounding alone is constant.
    return {mean, deviation > 1e-12 * std::abs(mean) ? deviation : 1};
}

std::string quoted(const std::string& name)
{
    return "\"" + name + "\"";
}

std::optional<Error> complaintAboutTarget(const CsvColumn& target, Task task, std::size_t rows)
{
    const std::string column = "Column " + quoted(target.name);
    if (!target.firstText.empty())
        return Error{"target", column + " cannot be learned: " + target.firstText + "."};
    if (task == Task::Regression && !target.isNumber)
        return Error{"task", column + " holds texts: ask for classification."};
    if (target.hasTooMany)
        return Error{"target", column + " holds more than " + std::to_string(kMostCategories) +
                                   " different texts: too many to be classes."};
    if (target.missing == rows)
        return Error{"target", column + " holds no value at all."};
    return std::nullopt;
}

/// What the values are that rows without gaps have of it.
std::optional<Error> complaintAboutValues(const CsvColumn& target, Task task, const std::vector<double>& distinct,
                                          bool hasLeftOut)
{
    const std::string column = "Column " + quoted(target.name);
    if (task == Task::Classification && target.isNumber && distinct.size() > kMostCategories)
        return Error{"task", column + " holds more than " + std::to_string(kMostCategories) +
                                 " different numbers: too many to be classes. Ask for regression."};
    if ((target.isNumber ? distinct.size() : target.categories.size()) == 1)
        return Error{"target", column + " never varies: it is " +
                                   (target.isNumber ? numberText(distinct[0]) : quoted(target.categories[0])) +
                                   " in every row" + (hasLeftOut ? " that misses no value" : "") +
                                   ", and there is nothing to learn."};
    return std::nullopt;
}

/// What made a column of numbers one of texts; "" where it is none.
std::string firstTextOf(const CsvColumn& column)
{
    return column.firstText.empty() ? "" : "; " + column.firstText;
}

/// A table on its way to a data set.
class CsvLoading {
public:
    CsvLoading(const DataSpec& spec, CsvTable table, const IsOver& isOver)
        : m_spec(spec), m_table(std::move(table)), m_isOver(isOver), m_random(spec.seed)
    {
        m_data.name = "csv";
        m_data.task = spec.task;
    }

    Result<Dataset> load()
    {
        for (auto step :
             {&CsvLoading::chooseTarget, &CsvLoading::chooseInputs, &CsvLoading::chooseRows, &CsvLoading::nameClasses,
              &CsvLoading::nameInputs, &CsvLoading::drawRows, &CsvLoading::fill})
            if (auto error = isOverBy(m_isOver) ? std::optional(brokenOff()) : (this->*step)())
                return tl::unexpected(std::move(*error));
        return std::move(m_data);
    }

private:
    std::optional<Error> chooseTarget()
    {
        const CsvColumn* found = findColumn(m_table, m_spec.target);
        if (!found)
            return Error{"target",
                         "There is no column " + quoted(m_spec.target) + "; there are " + columnList(m_table) + "."};
        m_target = &m_table.columns[static_cast<std::size_t>(found - m_table.columns.data())];
        return complaintAboutTarget(*m_target, m_spec.task, m_table.rows);
    }

    std::optional<Error> chooseInputs()
    {
        for (CsvColumn& column : m_table.columns) {
            if (&column == m_target)
                continue;
            if (column.hasTooMany)
                m_data.remarks.push_back("Column " + quoted(column.name) + " is left out: it holds more than " +
                                         std::to_string(kMostCategories) + " different texts" + firstTextOf(column) +
                                         ".");
            else if (2 * column.missing > m_table.rows)
                m_data.remarks.push_back("Column " + quoted(column.name) + " is left out: it misses " +
                                         std::to_string(column.missing) + " of " + std::to_string(m_table.rows) +
                                         " values.");
            else
                m_inputs.push_back({&column, {}});
        }
        if (m_inputs.empty())
            return Error{"csv", "No column is left to learn from but the target itself."};
        return std::nullopt;
    }

    std::optional<Error> nameInputs()
    {
        for (const Input& input : m_inputs)
            nameInput(*input.column);
        return std::nullopt;
    }

    void nameInput(const CsvColumn& column)
    {
        if (column.isNumber)
            m_data.featureNames.push_back(column.name);
        for (const std::string& category : column.categories)
            m_data.featureNames.push_back(column.name + "=" + category);
        if (!column.isNumber)
            m_data.remarks.push_back("Column " + quoted(column.name) + " holds texts and became " +
                                     std::to_string(column.categories.size()) +
                                     " inputs of 0 or 1, one for each of them" + firstTextOf(column) + ".");
    }

    std::optional<Error> chooseRows()
    {
        for (std::size_t row = 0; row < m_table.rows; ++row) {
            const auto misses = [row](const Input& input) { return input.column->isMissingAt(row); };
            if (!m_target->isMissingAt(row) && std::ranges::none_of(m_inputs, misses))
                m_order.push_back(row);
        }
        return m_order.size() < m_table.rows ? leaveOutRows() : std::nullopt;
    }

    std::optional<Error> drawRows()
    {
        const auto samples = samplesOf(m_spec, m_order.size(), "csv");
        if (!samples)
            return samples.error();
        shuffleRows(m_order, m_random);
        m_order.resize(*samples);
        return std::nullopt;
    }

    /// Out of the columns that are used, with the texts that stand nowhere else.
    std::optional<Error> leaveOutRows()
    {
        const CsvColumn* worst = m_target;
        for (const Input& input : m_inputs)
            if (input.column->missing > worst->missing)
                worst = input.column;
        const std::size_t leftOut = m_table.rows - m_order.size();
        m_data.remarks.push_back(std::to_string(leftOut) + " of " + counted(m_table.rows, "row") +
                                 (leftOut == 1 ? " is left out: it misses a value of "
                                               : " are left out: they miss a value, most often of ") +
                                 quoted(worst->name) + ".");
        m_target->keep(m_order);
        for (const Input& input : m_inputs) {
            if (isOverBy(m_isOver))
                return brokenOff();
            input.column->keep(m_order);
        }
        return std::nullopt;
    }

    std::optional<Error> nameClasses()
    {
        if (m_target->isNumber)
            m_distinct = distinctNumbers(*m_target, kMostCategories);
        auto complaint = complaintAboutValues(*m_target, m_spec.task, m_distinct, m_order.size() < m_table.rows);
        if (complaint || m_spec.task == Task::Regression)
            return complaint;
        m_data.classNames = m_target->categories;
        for (const double number : m_distinct)
            m_data.classNames.push_back(numberText(number));
        m_data.classes = m_data.classNames.size();
        return std::nullopt;
    }

    std::optional<Error> fill()
    {
        const std::size_t trained = trainRows(m_order.size(), m_spec.trainShare);
        const auto toTrain = std::span(m_order).first(trained);
        for (Input& input : m_inputs) {
            if (isOverBy(m_isOver))
                return brokenOff();
            if (input.column->isNumber && trained > 0)
                input.moments = momentsOf(input.column->numbers, toTrain);
        }
        if (m_spec.task == Task::Regression && m_spec.standardise && trained > 0) {
            m_targetMoments = momentsOf(m_target->numbers, toTrain);
            m_data.remarks.push_back("The target is standardised as the inputs are: losses are of its deviation, " +
                                     numberText(static_cast<float>(m_targetMoments.deviation)) + ".");
        }
        if (m_spec.standardise)
            noteScaling();
        const RowSource source{m_data.featureNames.size(),
                               [this](std::size_t row, float* inputs) { writeInputs(row, inputs); },
                               [this](std::size_t row) { return targetAt(row); }};
        return fillParts(m_data, source, m_order, trained, m_isOver);
    }

    void noteScaling()
    {
        for (const auto& [column, moments] : m_inputs)
            m_data.inputScaling.insert(m_data.inputScaling.end(), column->isNumber ? 1 : column->categories.size(),
                                       column->isNumber ? moments : Scaling());
        m_data.targetScaling = m_targetMoments;
    }

    void writeInputs(std::size_t row, float* to)
    {
        for (const auto& [column, moments] : m_inputs) {
            if (!column->isNumber) {
                to[column->codes[row]] = 1;
                to += column->categories.size();
                continue;
            }
            double value = column->numbers[row];
            if (m_spec.noise > 0)
                value += m_spec.noise * moments.deviation * m_random.normal();
            *to++ = static_cast<float>(m_spec.standardise ? (value - moments.mean) / moments.deviation : value);
        }
    }

    float targetAt(std::size_t row) const
    {
        if (!m_target->isNumber)
            return m_target->codes[row];
        const double value = m_target->numbers[row];
        if (m_spec.task == Task::Regression)
            return static_cast<float>((value - m_targetMoments.mean) / m_targetMoments.deviation);
        return static_cast<float>(std::ranges::lower_bound(m_distinct, value) - m_distinct.begin());
    }

    struct Input {
        CsvColumn* column;
        Scaling moments;
    };

    const DataSpec& m_spec;
    CsvTable m_table;  ///< rows that miss a value are taken out of its columns
    const IsOver& m_isOver;
    Random m_random;
    Dataset m_data;
    CsvColumn* m_target = nullptr;
    Scaling m_targetMoments;
    std::vector<double> m_distinct;  ///< the numbers of the target
    std::vector<Input> m_inputs;
    std::vector<std::size_t> m_order;  ///< of what the columns keep: the rows that are used, to train on first
};

}  // namespace

Result<Dataset> loadCsv(const DataSpec& spec, const IsOver& isOver)
{
    auto table = readCsv(spec.file, isOver);
    if (!table)
        return tl::unexpected(table.error());
    return CsvLoading(spec, *std::move(table), isOver).load();
}

}  // namespace actlab::data
