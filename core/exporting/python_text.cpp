#include "core/exporting/python_text.hpp"

#include "core/exporting/source_text.hpp"

namespace actlab::exporting {

namespace {

constexpr std::size_t kWidth = 96;

}  // namespace

void PythonText::line(int level, std::string_view text)
{
    m_text.append(4 * static_cast<std::size_t>(level), ' ').append(text) += '\n';
}

void PythonText::doc(int level, std::string_view title, const std::vector<std::string>& paragraphs)
{
    const std::string head = "\"\"\"" + pythonQuoted(title);
    if (paragraphs.empty())
        return line(level, head + "\"\"\"");
    line(level, head);
    for (const std::string& paragraph : paragraphs) {
        blank();
        for (const std::string& row : wrapped(paragraph, kWidth))
            line(level, pythonQuoted(row));
    }
    line(level, "\"\"\"");
}

void PythonText::statements(int level, const Listing& listing)
{
    for (const Statement& statement : listing.statements)
        line(level, statement.name + " = " + statement.text);
}

void writeBrought(PythonText& text, const Dialect& dialect, std::string_view code)
{
    for (const Brought& brought : dialect.brought)
        if (code.find(std::string(brought.name) + "(") != code.npos)
            text.line(0, std::string("\n").append(brought.text, 0, brought.text.size() - 1));
}

}  // namespace actlab::exporting
