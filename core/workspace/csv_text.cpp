#include "core/workspace/csv_text.hpp"

#include <array>
#include <charconv>
#include <concepts>

namespace actlab::workspace {

namespace {

template <std::floating_point T>
void addShortest(std::string& row, T value)
{
    std::array<char, 32> text;
    row += ',';
    row.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr);
}

}  // namespace

void addCsvNumber(std::string& row, double value)
{
    addShortest(row, value);
}

void addCsvNumber(std::string& row, float value)
{
    addShortest(row, value);
}

void addCsvText(std::string& row, const std::string& text)
{
    row += ',';
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        row += text;
        return;
    }
    row += '"';
    for (const char sign : text)
        row += sign == '"' ? std::string("\"\"") : std::string(1, sign);
    row += '"';
}

}  // namespace actlab::workspace
