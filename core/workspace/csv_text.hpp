#pragma once

#include <string>

namespace actlab::workspace {

// A row of a table in text grows cell by cell; each begins with the comma before it.

/// The shortest text that reads back the same number, in every locale.
void addCsvNumber(std::string& row, double value);
void addCsvNumber(std::string& row, float value);
/// As RFC 4180 quotes it.
void addCsvText(std::string& row, const std::string& text);

}  // namespace actlab::workspace
