#include "core/importing/lines.hpp"

#include "core/importing/python.hpp"

#include <optional>

namespace actlab::importing {

namespace {

constexpr std::size_t kTab = 8;

bool isBlank(char32_t c)
{
    return c == U' ' || c == U'\t' || c == U'\r' || c == U'\f';
}

class LineReader {
public:
    explicit LineReader(const std::u32string& file) : m_file(file) {}

    expr::Result<std::vector<Line>> run()
    {
        while (m_at < m_file.size()) {
            measureIndent();
            readLine();
            if (m_error)
                return tl::unexpected(*m_error);
        }
        return std::move(m_lines);
    }

private:
    void fail(std::string message, std::size_t at, std::string hint)
    {
        m_error = expr::SourceError{std::move(message), {at, at + 1}, std::move(hint)};
        m_at = m_file.size();
    }

    void measureIndent()
    {
        m_indent = 0;
        for (; m_at < m_file.size() && isBlank(m_file[m_at]); ++m_at)
            m_indent += m_file[m_at] == U'\t' ? kTab - m_indent % kTab : 1;
    }

    /// To the end of the statement's line; semicolons end it before that.
    void readLine()
    {
        m_line = {m_at, m_indent, {}, false};
        m_open.clear();
        while (m_at < m_file.size() && !(m_file[m_at] == U'\n' && m_open.empty()))
            readCharacter();
        if (!m_open.empty())
            fail("this bracket is never closed", m_open.back(), "");
        m_at = std::min(m_at + 1, m_file.size());
        finish();
    }

    void readCharacter()
    {
        const char32_t c = m_file[m_at];
        if (c == U'#')
            skipComment();
        else if (c == U'\'' || c == U'"')
            takeText();
        else if (c == U'\\' && isBeforeNewline())
            joinWithNextLine();
        else if (c == U';' && m_open.empty())
            endStatement();
        else {
            countBracket(c);
            takeAs(c == U'\n' || isBlank(c) ? U' ' : c);
        }
    }

    bool isBeforeNewline() const
    {
        const std::size_t next = m_file.find_first_not_of(U'\r', m_at + 1);
        return next != m_file.npos && m_file[next] == U'\n';
    }

    void skipComment()
    {
        while (m_at < m_file.size() && m_file[m_at] != U'\n')
            takeAs(U' ');
    }

    void takeText()
    {
        const std::size_t begin = m_at;
        const bool isTriple = m_file.compare(m_at, 3, std::u32string(3, m_file[m_at])) == 0;
        const std::u32string quotes(isTriple ? 3 : 1, m_file[m_at]);
        for (std::size_t i = 0; i < quotes.size(); ++i)
            takeAs(quotes[i]);
        while (m_at < m_file.size() && m_file.compare(m_at, quotes.size(), quotes) != 0) {
            if (!isTriple && m_file[m_at] == U'\n')
                break;
            if (m_file[m_at] == U'\\' && m_at + 1 < m_file.size())
                takeAs(m_file[m_at]);
            takeAs(m_file[m_at]);
        }
        if (m_at >= m_file.size() || m_file[m_at] == U'\n')
            return fail("this text is never closed", begin, "Add the quote.");
        for (std::size_t i = 0; i < quotes.size(); ++i)
            takeAs(quotes[i]);
    }

    void countBracket(char32_t c)
    {
        if (c == U'(' || c == U'[' || c == U'{')
            m_open.push_back(m_at);
        else if ((c == U')' || c == U']' || c == U'}') && !m_open.empty())
            m_open.pop_back();
    }

    void joinWithNextLine()
    {
        while (m_file[m_at] != U'\n')
            takeAs(U' ');
        takeAs(U' ');
    }

    void takeAs(char32_t c)
    {
        m_line.text += c;
        ++m_at;
    }

    void endStatement()
    {
        finish();
        ++m_at;
        m_line = {m_at, m_indent, {}, true};
    }

    void finish()
    {
        const std::size_t first = m_line.text.find_first_not_of(U' ');
        if (first == m_line.text.npos || m_error)
            return;
        if (m_lines.size() == PythonLimits::lines)
            return fail("the file has more than " + std::to_string(PythonLimits::lines) + " statements", m_line.begin,
                        "Keep the functions that are to be read.");
        m_line.text.erase(m_line.text.find_last_not_of(U' ') + 1);
        m_lines.push_back({m_line.begin + first, m_line.indent, m_line.text.substr(first), m_line.followsSemicolon});
    }

    const std::u32string& m_file;
    std::size_t m_at = 0;
    std::size_t m_indent = 0;
    Line m_line;
    std::vector<std::size_t> m_open;  ///< where the brackets are that wait for their partners
    std::optional<expr::SourceError> m_error;
    std::vector<Line> m_lines;
};

}  // namespace

expr::Result<std::vector<Line>> linesOf(const std::u32string& file)
{
    return LineReader(file).run();
}

}  // namespace actlab::importing
