#include "core/exporting/latex_text.hpp"

namespace actlab::exporting {

namespace {

/// < and > are other signs in the oldest fonts of TeX.
std::string latexSign(char c)
{
    switch (c) {
    case '\\': return "\\textbackslash{}";
    case '<': return "\\textless{}";
    case '>': return "\\textgreater{}";
    case '|': return "\\textbar{}";
    case '~':
    case '^': return std::string("\\") + c + "{}";
    default: break;
    }
    if (std::string_view("#$%&_{}").find(c) != std::string_view::npos)
        return std::string("\\") + c;
    const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    return isControl ? std::string() : std::string(1, c);
}

}  // namespace

std::string latexText(std::string_view text)
{
    std::string result;
    for (const char c : text)
        result += latexSign(c);
    return result;
}

}  // namespace actlab::exporting
