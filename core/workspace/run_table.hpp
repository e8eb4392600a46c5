#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/workspace/run.hpp"

namespace actlab::workspace {

/// Nothing, words, a whole number or a measure.
using RunCell = std::variant<std::monostate, std::string, std::uint64_t, double>;

/// A column of a table of runs. The window's table and every file of it have these columns, in this order.
struct RunColumn {
    enum class Role { Words, Setting, Result };
    enum class Better { Neither, Less, More };
    std::string_view name;   ///< "test_loss": of files
    std::string_view title;  ///< as a person reads it
    Role role;
    Better better = Better::Neither;
    RunCell (*of)(const Run& run) = nullptr;
};

std::span<const RunColumn> runColumns();
/// nullptr where there is none of this name.
const RunColumn* findRunColumn(std::string_view name);

/// Whether the results of two runs can be told apart as better and worse: they learned the same data, and by the
/// same loss.
bool areComparable(const Run& a, const Run& b);

/// A row for each run under the names of the columns. Numbers read back the same.
std::string runsCsv(const std::vector<Run>& runs);
/// A list of an object for each run; what is not finite is a string.
std::string runsJson(const std::vector<Run>& runs);
/// A table for the package booktabs. The settings in which all runs agree stand in the caption; the best of the
/// results that can be compared are bold. Text is escaped, letters beyond ASCII stay as they are.
std::string runsLatex(const std::vector<Run>& runs);

}  // namespace actlab::workspace
