#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/data/csv_column.hpp"
#include "core/data/csv_format.hpp"

namespace actlab::data {

/// A file of separated cells, read.
struct CsvTable {
    CsvFormat format;
    std::vector<CsvColumn> columns;
    std::vector<std::vector<std::string>> preview;  ///< the first rows as they are written
    std::size_t rows = 0;
};

/// Reads all of a file. A stray text in a column of numbers and rows of another width are errors, told with their
/// line.
Result<CsvTable> readCsv(const std::string& path, const IsOver& isOver = {});

/// "x, y, label"; not more than a dozen, and then "…".
std::string columnList(const CsvTable& table);

/// The column with this name, else with this number counted from 1; nullptr where there is none.
const CsvColumn* findColumn(const CsvTable& table, std::string_view nameOrNumber);

}  // namespace actlab::data
