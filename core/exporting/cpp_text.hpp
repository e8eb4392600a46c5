#pragma once

#include "core/exporting/listing.hpp"
#include "core/exporting/subject.hpp"

namespace actlab::exporting {

/// Lines of C++, indented by four spaces a level.
class CppText {
public:
    void line(int level, std::string_view text);
    void blank() { m_text += '\n'; }
    /// Lines behind //.
    void comment(int level, std::string_view text);
    /// What the file is about: title, formula, an own gradient.
    void comments(const Subject& subject);
    void statements(int level, const Listing& listing);
    void raw(std::string_view text) { m_text += text; }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

}  // namespace actlab::exporting
