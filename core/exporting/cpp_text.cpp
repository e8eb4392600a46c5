#include "core/exporting/cpp_text.hpp"

#include "core/exporting/source_text.hpp"

namespace actlab::exporting {

void CppText::line(int level, std::string_view text)
{
    m_text.append(4 * static_cast<std::size_t>(level), ' ').append(text) += '\n';
}

/// A backslash at the end would draw the next line into the comment.
void CppText::comment(int level, std::string_view text)
{
    for (const std::string& row : wrapped(text, 96))
        line(level, "// " + row + (row.ends_with('\\') ? "." : ""));
}

void CppText::comments(const Subject& subject)
{
    comment(0, subject.title + ", an activation function, written by Activation Lab.");
    comment(0, "f(x) = " + subject.formula);
    if (!subject.gradient.empty())
        comment(0, "Its gradient is not f' but one of its author's own: " + subject.gradient);
}

void CppText::statements(int level, const Listing& listing)
{
    for (const Statement& statement : listing.statements)
        line(level, "const auto " + statement.name + " = " + statement.text + ";");
}

}  // namespace actlab::exporting
