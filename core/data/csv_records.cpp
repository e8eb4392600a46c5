#include "core/data/csv_records.hpp"

#include <algorithm>

namespace actlab::data {

bool CsvRecords::next()
{
    m_cells.clear();
    m_rewritten.clear();
    if (m_problem || !passEmptyLines())
        return false;
    m_recordLine = m_line;
    while (readCell()) {
        if (isAtLineEnd()) {
            passLineEnd();
            return true;
        }
        ++m_at;  // the separator
    }
    return false;
}

bool CsvRecords::passEmptyLines()
{
    while (!isAtEnd()) {
        const std::size_t begin = m_at;
        passBlanks();
        if (!isAtLineEnd()) {
            m_at = begin;
            return true;
        }
        passLineEnd();
    }
    return false;
}

bool CsvRecords::readCell()
{
    passBlanks();
    if (!isAtEnd() && m_text[m_at] == '"')
        return readQuoted();
    readPlain();
    return true;
}

void CsvRecords::readPlain()
{
    const std::size_t begin = m_at;
    while (!isAtLineEnd() && m_text[m_at] != m_separator)
        ++m_at;
    std::size_t end = m_at;
    while (end > begin && isBlank(m_text[end - 1]))
        --end;
    m_cells.push_back(m_text.substr(begin, end - begin));
}

bool CsvRecords::readQuoted()
{
    const CellPlace opened{m_line, m_cells.size() + 1};
    const std::size_t begin = ++m_at;
    bool hasDoubled = false;
    for (;; ++m_at) {
        if (isAtEnd()) {
            m_problem = {opened, "a quote is opened and never closed"};
            return false;
        }
        if (m_text[m_at] == '\n' || (m_text[m_at] == '\r' && !m_text.substr(m_at + 1).starts_with('\n')))
            ++m_line;
        if (m_text[m_at] != '"')
            continue;
        if (m_at + 1 == m_text.size() || m_text[m_at + 1] != '"')
            break;
        hasDoubled = true;
        ++m_at;
    }
    std::string_view cell = m_text.substr(begin, m_at - begin);
    ++m_at;
    if (hasDoubled) {
        std::string& single = m_rewritten.emplace_back();
        for (std::size_t i = 0; i < cell.size(); i += cell[i] == '"' ? 2 : 1)
            single += cell[i];
        cell = single;
    }
    m_cells.push_back(cell);
    passBlanks();
    if (isAtLineEnd() || m_text[m_at] == m_separator)
        return true;
    m_problem = {{m_line, m_cells.size()}, "text stands behind a closing quote; a quote within quotes is doubled"};
    return false;
}

void CsvRecords::passBlanks()
{
    while (!isAtEnd() && isBlank(m_text[m_at]))
        ++m_at;
}

void CsvRecords::passLineEnd()
{
    if (isAtEnd())
        return;
    const bool isPair = m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n';
    m_at += isPair ? 2 : 1;
    ++m_line;
}

}  // namespace actlab::data
