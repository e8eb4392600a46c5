#include "core/workspace/run_table.hpp"

#include "core/exporting/latex_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace actlab::workspace {

namespace {

constexpr int kDigits = 4;  ///< significant ones

/// The signs of our own names that no TeX without their fonts has.
std::string inTex(const std::string& text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSigns{
        {{"·", "$\\cdot$"}, {"²", "$^2$"}, {"…", "\\dots{}"}}};
    std::string tex = exporting::latexText(text);
    for (const auto& [sign, command] : kSigns)
        for (std::size_t at = tex.find(sign); at != tex.npos; at = tex.find(sign, at + command.size()))
            tex.replace(at, sign.size(), command);
    return tex;
}

struct TexNumber {
    std::string text;
    bool isMath = false;
};

/// "0.1235", "-2", "1.5\cdot10^{-7}"
TexNumber texNumber(double value)
{
    if (std::isnan(value))
        return {"NaN"};
    if (std::isinf(value))
        return {value > 0 ? "\\infty" : "-\\infty", true};
    std::array<char, 32> buffer;
    char* end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, kDigits).ptr;
    std::string text(buffer.data(), end);
    const std::size_t e = text.find('e');
    if (e == text.npos)
        return {text, value < 0};
    const int power = std::stoi(text.substr(e + 1));
    return {text.substr(0, e) + "\\cdot10^{" + std::to_string(power) + "}", true};
}

std::string texOf(const RunCell& cell, bool isBold = false, bool hasDiverged = false)
{
    if (const auto* text = std::get_if<std::string>(&cell))
        return inTex(*text);
    if (const auto* whole = std::get_if<std::uint64_t>(&cell))
        return std::to_string(*whole);
    const auto* measure = std::get_if<double>(&cell);
    if (!measure)
        return "--";
    if (hasDiverged && std::isnan(*measure))
        return "diverged";
    const auto [text, isMath] = texNumber(*measure);
    if (isMath)
        return isBold ? "$\\mathbf{" + text + "}$" : "$" + text + "$";
    return isBold ? "\\textbf{" + text + "}" : text;
}

/// Better or as good as all others it can be compared with, of which there is one.
bool isBest(const RunColumn& column, const std::vector<Run>& runs, std::size_t index)
{
    const auto measureOf = [&](const Run& run) {
        const RunCell cell = column.of(run);
        const auto* measure = std::get_if<double>(&cell);
        return measure ? *measure : NAN;
    };
    const double own = measureOf(runs[index]);
    if (column.better == RunColumn::Better::Neither || !std::isfinite(own) || hasDiverged(runs[index]))
        return false;
    bool hasRival = false;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const double other = measureOf(runs[i]);
        if (i == index || !std::isfinite(other) || hasDiverged(runs[i]) || !areComparable(runs[i], runs[index]))
            continue;
        hasRival = true;
        if (column.better == RunColumn::Better::Less ? other < own : other > own)
            return false;
    }
    return hasRival;
}

bool isEmptyIn(const RunColumn& column, const std::vector<Run>& runs)
{
    return std::ranges::all_of(
        runs, [&](const Run& run) { return std::holds_alternative<std::monostate>(column.of(run)); });
}

bool isSameIn(const RunColumn& column, const std::vector<Run>& runs)
{
    return std::ranges::all_of(runs, [&](const Run& run) { return column.of(run) == column.of(runs.front()); });
}

/// The name, the settings in which runs differ, and what came of them.
std::vector<const RunColumn*> columnsFor(const std::vector<Run>& runs)
{
    std::vector<const RunColumn*> columns;
    for (const RunColumn& column : runColumns()) {
        const bool isSetting = column.role == RunColumn::Role::Setting;
        const bool isResult = column.role == RunColumn::Role::Result;
        if (column.name == "name" || (isSetting && !isSameIn(column, runs)) || (isResult && !isEmptyIn(column, runs)))
            columns.push_back(&column);
    }
    return columns;
}

std::string captionOf(const std::vector<Run>& runs)
{
    std::string text;
    for (const RunColumn& column : runColumns()) {
        const bool isSetting = column.role == RunColumn::Role::Setting;
        if (!runs.empty() && isSetting && isSameIn(column, runs) && !isEmptyIn(column, runs))
            text +=
                (text.empty() ? "" : "; ") + inTex(std::string(column.title)) + ": " + texOf(column.of(runs.front()));
    }
    return "Runs." + (text.empty() ? "" : " " + text + ".") +
           " Bold is the best of the runs that learned the same data by the same loss.";
}

bool isOfNumbers(const RunColumn& column, const std::vector<Run>& runs)
{
    return std::ranges::none_of(runs,
                                [&](const Run& run) { return std::holds_alternative<std::string>(column.of(run)); });
}

}  // namespace

std::string runsLatex(const std::vector<Run>& runs)
{
    const auto columns = columnsFor(runs);
    std::string alignment, titles, rows;
    for (const RunColumn* column : columns) {
        alignment += isOfNumbers(*column, runs) ? 'r' : 'l';
        titles += (titles.empty() ? "" : " & ") + inTex(std::string(column->title));
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        std::string row;
        for (const RunColumn* column : columns)
            row += (column == columns.front() ? "" : " & ") +
                   texOf(column->of(runs[i]), isBest(*column, runs, i), hasDiverged(runs[i]));
        rows += "    {}" + row + " \\\\\n";  // a [ or * after a line's end would be read as its argument
    }
    return "% Written by Activation Lab. Needs the package booktabs.\n"
           "\\begin{table}\n  \\centering\n  \\caption{" +
           captionOf(runs) + "}\n  \\begin{tabular}{" + alignment + "}\n    \\toprule\n    " + titles +
           " \\\\\n    \\midrule\n" + rows + "    \\bottomrule\n  \\end{tabular}\n\\end{table}\n";
}

}  // namespace actlab::workspace
