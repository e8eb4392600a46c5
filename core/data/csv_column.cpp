#include "core/data/csv_column.hpp"

#include "core/data/csv_cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace actlab::data {

bool CsvColumn::isMissingAt(std::size_t row) const
{
    return isNumber ? std::isnan(numbers[row]) : codes[row] == kMissing;
}

void CsvColumn::keep(std::span<const std::size_t> rows)
{
    std::vector<std::uint16_t> places(categories.size(), kMissing);
    missing = 0;
    for (std::size_t to = 0; to < rows.size(); ++to) {
        missing += isMissingAt(rows[to]) ? 1 : 0;
        if (isNumber)
            numbers[to] = numbers[rows[to]];
        else if (codes[to] = codes[rows[to]]; codes[to] != kMissing)
            places[codes[to]] = 0;
    }
    isNumber ? numbers.resize(rows.size()) : codes.resize(rows.size());
    std::uint16_t kept = 0;
    for (std::size_t code = 0; code < places.size(); ++code)
        if (places[code] != kMissing) {
            places[code] = kept;
            std::swap(categories[kept++], categories[code]);
        }
    categories.resize(kept);
    for (std::uint16_t& code : codes)
        code = code == kMissing ? code : places[code];
}

bool CsvColumnWriter::add(std::string_view cell, char decimalMark)
{
    if (m_column.isNumber)
        return addNumber(cell, decimalMark);
    addText(cell);
    return true;
}

void CsvColumnWriter::finish()
{
    std::vector<std::uint16_t> order(m_column.categories.size()), places(order.size());
    std::iota(order.begin(), order.end(), std::uint16_t{0});
    std::ranges::sort(order, {}, [this](std::uint16_t code) { return m_column.categories[code]; });
    std::vector<std::string> sorted;
    for (std::size_t place = 0; place < order.size(); ++place) {
        places[order[place]] = static_cast<std::uint16_t>(place);
        sorted.push_back(m_column.categories[order[place]]);
    }
    m_column.categories = std::move(sorted);
    for (std::uint16_t& code : m_column.codes)
        code = code == CsvColumn::kMissing ? code : places[code];
}

bool CsvColumnWriter::addNumber(std::string_view cell, char decimalMark)
{
    const auto number = numberIn(cell, decimalMark);
    if (!number && !isMissing(cell))
        return false;
    m_column.missing += number ? 0 : 1;
    m_column.numbers.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
    return true;
}

void CsvColumnWriter::addText(std::string_view cell)
{
    if (isMissing(cell)) {
        ++m_column.missing;
        if (!m_column.hasTooMany)
            m_column.codes.push_back(CsvColumn::kMissing);
        return;
    }
    if (m_column.hasTooMany)
        return;
    const auto known = m_codes.find(std::string(cell));
    if (known == m_codes.end() && m_codes.size() == kMostCategories) {
        m_column.hasTooMany = true;
        m_column.codes = {};
        m_column.categories = {};
        return;
    }
    const auto code = static_cast<std::uint16_t>(m_codes.size());
    if (known == m_codes.end())
        m_column.categories.push_back(m_codes.try_emplace(std::string(cell), code).first->first);
    m_column.codes.push_back(known == m_codes.end() ? code : known->second);
}

std::vector<double> distinctNumbers(const CsvColumn& column, std::size_t most)
{
    std::set<double> distinct;
    for (const double number : column.numbers) {
        if (distinct.size() > most)
            break;
        if (!std::isnan(number))
            distinct.insert(number == 0 ? 0.0 : number);  // −0 is 0
    }
    return {distinct.begin(), distinct.end()};
}

Task guessTask(const CsvColumn& column)
{
    constexpr std::size_t kFew = 20;
    if (!column.isNumber)
        return Task::Classification;
    const std::vector<double> distinct = distinctNumbers(column, kFew);
    const auto isWhole = [](double number) { return number == std::floor(number); };
    const std::size_t present = column.numbers.size() - column.missing;
    return distinct.size() <= kFew && 2 * distinct.size() <= present && std::ranges::all_of(distinct, isWhole)
               ? Task::Classification
               : Task::Regression;
}

}  // namespace actlab::data
