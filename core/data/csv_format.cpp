#include "core/data/csv_format.hpp"

#include "core/data/csv_cells.hpp"
#include "core/data/csv_records.hpp"

#include <algorithm>
#include <set>

namespace actlab::data {

namespace {

constexpr std::size_t kLinesLookedAt = 100;
constexpr std::size_t kBytesLookedAt = 4 << 20;  // some ten milliseconds, even where a quote is never closed
constexpr std::string_view kSeparators = ",;\t";

using Record = std::vector<std::string>;

std::vector<Record> firstRecords(std::string_view text, char separator)
{
    std::vector<Record> records;
    CsvRecords reader(text, separator);
    while (records.size() < kLinesLookedAt && reader.next())
        records.emplace_back(reader.cells().begin(), reader.cells().end());
    return records;
}

/// How many of the records are as wide as the first; none where that has one cell.
std::size_t agreement(const std::vector<Record>& records)
{
    if (records.empty() || records.front().size() < 2)
        return 0;
    return static_cast<std::size_t>(
        std::ranges::count_if(records, [&](const Record& r) { return r.size() == records.front().size(); }));
}

/// The separator on which the most records agree; of equal ones that with the most cells.
char separatorOf(std::string_view text)
{
    char best = '\0';
    std::pair<std::size_t, std::size_t> bestScore{0, 0};
    for (const char separator : kSeparators) {
        const std::vector<Record> records = firstRecords(text, separator);
        const std::size_t agreeing = agreement(records);
        const std::pair score{agreeing, records.empty() ? 0 : records.front().size()};
        if (agreeing > 0 && score > bestScore) {
            best = separator;
            bestScore = score;
        }
    }
    return best;
}

/// "1,234", which may be a thousand and more; not "0,234".
bool mayBeThousand(std::string_view cell)
{
    constexpr std::string_view kDigits = "0123456789";
    const std::size_t digits = cell.find_first_of(kDigits), comma = cell.find(',');
    const bool isShort = comma > digits && comma - digits <= 3 && cell[digits] != '0';
    return isShort && cell.size() == comma + 4 && cell.find_first_not_of(kDigits, comma + 1) == cell.npos;
}

/// The comma where it separates no cells and "3,14" stands more often than "3.14". What may be thousands tells
/// nothing among whole numbers of its column: taken for decimals they would be wrong, and nobody would know.
char decimalMarkOf(const std::vector<Record>& records, char separator)
{
    if (separator == ',')
        return '.';
    std::size_t commas = 0, points = 0, telling = 0;
    for (std::size_t column = 0; column < records.front().size(); ++column) {
        std::size_t wholes = 0, thousands = 0, decimals = 0;
        for (const Record& record : records) {
            const std::string_view cell = column < record.size() ? record[column] : std::string_view();
            if (cell.find(',') != cell.npos && numberIn(cell, ','))
                ++(mayBeThousand(cell) ? thousands : decimals);
            else if (numberIn(cell, '.'))
                ++(cell.find('.') != cell.npos ? points : wholes);
        }
        commas += thousands + decimals;
        telling += decimals + (wholes == 0 ? thousands : 0);
    }
    return commas > points && telling > 0 ? ',' : '.';
}

struct ColumnSight {
    bool isNumber = false, isText = false;  ///< below the first line, if there is one
    bool recurs = false;                    ///< the first cell stands below once more
};

ColumnSight look(const std::vector<Record>& records, std::size_t column, char decimalMark)
{
    ColumnSight sight;
    const std::string& first = records.front()[column];
    for (std::size_t row = 1; row < records.size(); ++row) {
        if (column >= records[row].size() || isMissing(records[row][column]))
            continue;
        const std::string& cell = records[row][column];
        (numberIn(cell, decimalMark) ? sight.isNumber : sight.isText) = true;
        sight.recurs = sight.recurs || cell == first;
    }
    return sight;
}

/// Text over numbers makes a header; a number makes none. Where all is text, a header's words do not come again.
bool hasHeader(const std::vector<Record>& records, char decimalMark)
{
    const Record& first = records.front();
    std::size_t numbers = 0, recurring = 0;
    for (std::size_t column = 0; column < first.size(); ++column) {
        const ColumnSight sight = look(records, column, decimalMark);
        const bool isNumber = numberIn(first[column], decimalMark).has_value();
        if (!isNumber && !isMissing(first[column]) && sight.isNumber && !sight.isText)
            return true;
        numbers += isNumber ? 1 : 0;
        recurring += sight.recurs ? 1 : 0;
    }
    return numbers == 0 && 2 * recurring < first.size();
}

std::vector<std::string> namesOf(const Record& first, bool hasHeader)
{
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (std::size_t column = 0; column < first.size(); ++column) {
        const std::string number = "column " + std::to_string(column + 1);
        std::string name = hasHeader && !first[column].empty() ? first[column] : number;
        if (std::ranges::count(first, name) > 1 || !taken.insert(name).second)
            taken.insert(name += " (" + number + ")");
        names.push_back(name);
    }
    return names;
}

/// Bytes of the UTF-8 sequence at the beginning; 0 where there is none (Unicode 15, table 3-7).
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0), second = byte(1);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        const bool isOne = (first != 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0);
        return isOne && continues(1) && continues(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        const bool isOne = (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second < 0x90);
        return isOne && continues(1) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

std::optional<std::string> complaintAboutEncoding(std::string_view& text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const bool isMarked = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const bool looksDouble = text.size() >= 4 && (text[0] == '\0') != (text[1] == '\0') &&
                             (text[0] == '\0') == (text[2] == '\0') && (text[1] == '\0') == (text[3] == '\0');
    if (isMarked || looksDouble)
        return "is written in UTF-16. Save it as \"CSV UTF-8\"";
    return std::nullopt;
}

bool isText(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = bytes[at] == '\0' ? 0 : sequenceLength(bytes.substr(at));
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

tl::expected<CsvFormat, std::string> findCsvFormat(std::string_view text)
{
    text = text.substr(0, kBytesLookedAt);
    if (text.find_first_not_of(" \t\r\n") == text.npos)
        return tl::unexpected<std::string>("is empty");
    CsvFormat format;
    format.separator = separatorOf(text);
    if (format.separator == '\0') {
        CsvRecords reader(text, ',');
        const bool isRead = reader.next();
        return tl::unexpected<std::string>(
            !isRead && reader.problem()
                ? "cannot be read: line " + std::to_string(reader.problem()->place.line) + ": " +
                      reader.problem()->what
                : "has one column only: its cells must be separated by commas, semicolons or tabs");
    }
    const std::vector<Record> records = firstRecords(text, format.separator);
    format.decimalMark = decimalMarkOf(records, format.separator);
    format.hasHeader = hasHeader(records, format.decimalMark);
    format.names = namesOf(records.front(), format.hasHeader);
    return format;
}

}  // namespace actlab::data
