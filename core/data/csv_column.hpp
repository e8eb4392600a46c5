#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/data/dataset.hpp"

namespace actlab::data {

/// More different texts than these make no categories.
inline constexpr std::size_t kMostCategories = 100;

/// One column of a file. The first lines decide what it holds: texts where these are more than a few stray ones.
struct CsvColumn {
    static constexpr std::uint16_t kMissing = 0xFFFF;

    std::string name;
    bool isNumber = true;
    std::vector<double> numbers;          ///< nan where the value is missing
    std::vector<std::string> categories;  ///< of a column of texts, sorted
    std::vector<std::uint16_t> codes;     ///< which of them, or kMissing
    bool hasTooMany = false;              ///< more texts than kMostCategories: there are no codes
    std::string firstText;                ///< where texts stand among numbers: which is the first, and its place
    std::size_t missing = 0;
    bool isMissingAt(std::size_t row) const;
    /// Leaves these rows alone, in ascending order, and the categories that stand in them.
    void keep(std::span<const std::size_t> rows);
};

/// What one would ask of this column: classes of texts and of a few whole numbers, else values.
Task guessTask(const CsvColumn& column);

/// The different numbers of a column, sorted, no more than `most` + 1 of them.
std::vector<double> distinctNumbers(const CsvColumn& column, std::size_t most);

/// Fills a column, cell by cell: its texts get numbers as they come.
class CsvColumnWriter {
public:
    explicit CsvColumnWriter(CsvColumn& column) : m_column(column) {}

    /// False where the cell is text and the column's are numbers.
    bool add(std::string_view cell, char decimalMark);
    /// Gives the texts their numbers by the alphabet, so that they do not depend on the order of the rows.
    void finish();

private:
    bool addNumber(std::string_view cell, char decimalMark);
    void addText(std::string_view cell);

    CsvColumn& m_column;
    std::unordered_map<std::string, std::uint16_t> m_codes;
};

}  // namespace actlab::data
