#include "core/data/csv_table.hpp"

#include "core/data/csv_cells.hpp"
#include "core/data/csv_records.hpp"
#include "core/data/input_file.hpp"
#include "core/data/memory.hpp"
#include "core/data/number_text.hpp"

#include "core/expr/code_points.hpp"

#include <algorithm>
#include <charconv>
#include <deque>

namespace actlab::data {

namespace {

constexpr std::size_t kMostColumns = 10'000;
constexpr std::size_t kRowsThatDecide = 1'000;
constexpr std::size_t kStrayTexts = 2;  // and 2 of 100: an error rather than a column of texts
constexpr std::size_t kPreviewRows = 8;
constexpr std::size_t kRowsBetweenLooks = 1'000;

std::string shownCell(std::string_view cell)
{
    constexpr std::size_t kLongest = 40;
    return "\"" + expr::shortened(cell, kLongest) + "\"";
}

std::string placeText(CellPlace place)
{
    return "line " + std::to_string(place.line) + ", column " + std::to_string(place.column) + ": ";
}

class CsvReading {
public:
    CsvReading(const InputFile& file, std::string_view text, CsvFormat format, const IsOver& isOver)
        : m_file(file), m_text(text), m_isOver(isOver)
    {
        m_table.format = std::move(format);
    }

    Result<CsvTable> read()
    {
        if (auto error = begin())
            return tl::unexpected(std::move(*error));
        CsvRecords records = body();
        auto error = complaintAboutBytes(records, 0);  // of the titles
        for (std::size_t before = records.position(); !error && records.next(); before = records.position()) {
            if (m_table.rows % kRowsBetweenLooks == 0 && isOverBy(m_isOver))
                return tl::unexpected(brokenOff());
            error = complaintAboutBytes(records, before);
            if (!error)
                error = addRow(records);
        }
        if (error)
            return tl::unexpected(std::move(*error));
        if (records.problem())
            return tl::unexpected(
                m_file.error("cannot be used: " + placeText(records.problem()->place) + records.problem()->what));
        if (m_table.rows == 0)
            return tl::unexpected(m_file.error("has a line of titles and no row of data"));
        for (CsvColumnWriter& writer : m_writers)
            writer.finish();
        return std::move(m_table);
    }

private:
    std::optional<Error> begin()
    {
        const std::vector<std::string>& names = m_table.format.names;
        if (names.size() > kMostColumns)
            return m_file.error("has " + std::to_string(names.size()) + " columns, more than " +
                                std::to_string(kMostColumns));
        m_table.columns.resize(names.size());
        m_isMixed.resize(names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            m_table.columns[i].name = names[i];
            m_writers.emplace_back(m_table.columns[i]);
        }
        return lookAhead();
    }

    /// Behind the header.
    CsvRecords body() const
    {
        CsvRecords records(m_text, m_table.format.separator);
        if (m_table.format.hasHeader)
            records.next();
        return records;
    }

    std::optional<Error> complaintAboutBytes(const CsvRecords& records, std::size_t begin) const
    {
        if (isText(m_text.substr(begin, records.position() - begin)))
            return std::nullopt;
        return m_file.error("holds bytes in line " + std::to_string(records.line()) +
                            " that are not UTF-8. Save it as \"CSV UTF-8\"");
    }

    /// Decides by the first rows what the columns hold, and whether there is memory for as many as seem to come.
    std::optional<Error> lookAhead()
    {
        std::vector<std::size_t> numbers(m_table.columns.size()), texts(numbers.size());
        CsvRecords records = body();
        std::size_t seen = 0;
        for (; seen < kRowsThatDecide && records.next(); ++seen)
            for (std::size_t i = 0; i < std::min(texts.size(), records.cells().size()); ++i)
                if (const std::string_view cell = records.cells()[i]; !isMissing(cell))
                    ++(isNumeric(cell) ? numbers : texts)[i];
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::size_t stray = std::max(kStrayTexts, kStrayTexts * (numbers[i] + texts[i]) / 100);
            m_table.columns[i].isNumber = texts[i] <= std::min(numbers[i], stray);
            m_isMixed[i] = !m_table.columns[i].isNumber && texts[i] <= numbers[i];
        }
        return seen == 0 ? std::nullopt : makeRoom(m_text.size() / (records.position() / seen) + 1);
    }

    bool isNumeric(std::string_view cell) const
    {
        const char mark = m_table.format.decimalMark;
        return numberIn(cell, mark) || isTooLarge(cell, mark);
    }

    std::optional<Error> makeRoom(std::size_t rows)
    {
        const std::size_t inColumns = rows * m_table.columns.size() * sizeof(double);
        const std::size_t needed = inColumns + inColumns / 2;  // and the floats that are trained on
        if (const auto free = freeMemory(); free && needed > *free)
            return m_file.error("has about " + std::to_string(rows) + " rows, which take " + spelledBytes(needed) +
                                " of memory, and " + spelledBytes(*free) + " are free");
        for (CsvColumn& column : m_table.columns)
            column.isNumber ? column.numbers.reserve(rows) : column.codes.reserve(rows);
        return std::nullopt;
    }

    std::optional<Error> addRow(const CsvRecords& records)
    {
        const std::vector<std::string_view>& cells = records.cells();
        if (cells.size() != m_writers.size())
            return m_file.error("has " + counted(cells.size(), "cell") + " in line " +
                                std::to_string(records.line()) + ", where the first line has " +
                                std::to_string(m_writers.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            CsvColumn& column = m_table.columns[i];
            if (!m_writers[i].add(cells[i], m_table.format.decimalMark))
                return m_file.error("cannot be used: " + noNumber(records, i));
            if (m_isMixed[i] && column.firstText.empty() && !isMissing(cells[i]) &&
                !numberIn(cells[i], m_table.format.decimalMark))
                column.firstText = noNumber(records, i);
        }
        if (m_table.preview.size() < kPreviewRows)
            m_table.preview.emplace_back(cells.begin(), cells.end());
        ++m_table.rows;
        return std::nullopt;
    }

    std::string noNumber(const CsvRecords& records, std::size_t column) const
    {
        const std::string_view cell = records.cells()[column];
        const std::string told = placeText({records.line(), column + 1}) + shownCell(cell) + " is ";
        return isTooLarge(cell, m_table.format.decimalMark)
                   ? told + "too large a number: it may be up to 3.4e38"
                   : told + "no number, as most of column " + shownCell(m_table.columns[column].name) + " is";
    }

    const InputFile& m_file;
    std::string_view m_text;
    const IsOver& m_isOver;
    CsvTable m_table;
    std::deque<CsvColumnWriter> m_writers;
    std::vector<bool> m_isMixed;  ///< columns of texts in which numbers are no fewer
};

}  // namespace

Result<CsvTable> readCsv(const std::string& path, const IsOver& isOver)
{
    auto file = InputFile::open("csv", path);
    if (!file)
        return tl::unexpected(file.error());
    const auto bytes = readText(*file, isOver);
    if (!bytes)
        return tl::unexpected(bytes.error());
    std::string_view text = *bytes;
    if (const auto complaint = complaintAboutEncoding(text))
        return tl::unexpected(file->error(*complaint));
    auto format = findCsvFormat(text);
    if (!format)
        return tl::unexpected(file->error(format.error()));
    return CsvReading(*file, text, std::move(*format), isOver).read();
}

std::string columnList(const CsvTable& table)
{
    constexpr std::size_t kMostListed = 12;
    std::string list;
    for (std::size_t i = 0; i < std::min(table.columns.size(), kMostListed); ++i)
        list += (i == 0 ? "" : ", ") + table.columns[i].name;
    return list + (table.columns.size() > kMostListed ? ", …" : "");
}

const CsvColumn* findColumn(const CsvTable& table, std::string_view nameOrNumber)
{
    const auto named = std::ranges::find(table.columns, nameOrNumber, &CsvColumn::name);
    if (named != table.columns.end())
        return &*named;
    std::size_t number = 0;
    const char* const end = nameOrNumber.data() + nameOrNumber.size();
    const auto [rest, error] = std::from_chars(nameOrNumber.data(), end, number);
    const bool isNumber = error == std::errc() && rest == end && number >= 1 && number <= table.columns.size();
    return isNumber ? &table.columns[number - 1] : nullptr;
}

}  // namespace actlab::data
