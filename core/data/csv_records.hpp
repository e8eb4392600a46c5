#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlab::data {

/// A place in a text, counted from 1; columns count cells.
struct CellPlace {
    std::size_t line = 1, column = 1;
};

struct CsvProblem {
    CellPlace place;
    std::string what;
};

/// Reads the records of a text with separated cells (RFC 4180): cells in double quotes may hold separators, line ends
/// and doubled quotes. Blanks around a cell do not count; empty lines are passed over; lines end with \n, \r\n or \r.
class CsvRecords {
public:
    /// The text must outlive the reader.
    CsvRecords(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

    /// The next record's cells, valid until the next call; false at the end, and where something is wrong.
    bool next();
    const std::vector<std::string_view>& cells() const { return m_cells; }
    std::size_t line() const { return m_recordLine; }  ///< where the record begins
    std::size_t position() const { return m_at; }      ///< in the text, behind the record
    const std::optional<CsvProblem>& problem() const { return m_problem; }

private:
    bool passEmptyLines();
    bool readCell();
    bool readQuoted();
    void readPlain();
    void passBlanks();
    void passLineEnd();
    bool isAtEnd() const { return m_at >= m_text.size(); }
    bool isAtLineEnd() const { return isAtEnd() || m_text[m_at] == '\n' || m_text[m_at] == '\r'; }
    bool isBlank(char c) const { return (c == ' ' || c == '\t') && c != m_separator; }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0, m_line = 1, m_recordLine = 1;
    std::vector<std::string_view> m_cells;
    std::deque<std::string> m_rewritten;  ///< cells with doubled quotes
    std::optional<CsvProblem> m_problem;
};

}  // namespace actlab::data
