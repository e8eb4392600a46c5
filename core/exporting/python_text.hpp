#pragma once

#include <string>

#include "core/exporting/listing.hpp"

namespace actlab::exporting {

/// Lines of Python, indented by four spaces a level.
class PythonText {
public:
    void line(int level, std::string_view text);
    /// Whole lines, as they are.
    void lines(std::string_view text) { m_text += text; }
    void blank() { m_text += '\n'; }
    /// A docstring of a title, and below it what else there is to say, one paragraph a line.
    void doc(int level, std::string_view title, const std::vector<std::string>& paragraphs);
    void statements(int level, const Listing& listing);
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

/// The functions that the code calls and the dialect has to bring.
void writeBrought(PythonText& text, const Dialect& dialect, std::string_view code);

}  // namespace actlab::exporting
