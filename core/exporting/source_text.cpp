#include "core/exporting/source_text.hpp"

#include "core/expr/code_points.hpp"

#include <charconv>

namespace actlab::exporting {

namespace {

/// Line ends, other controls and the marks of "Trojan Source" (CVE-2021-42574).
bool isUnprintable(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

}  // namespace

std::string oneLine(std::string_view text)
{
    std::string line;
    if (const auto points = expr::decode(text))
        for (const char32_t c : *points)
            line += isUnprintable(c) ? " " : expr::encode(c);
    else
        for (const char c : text)
            line += c >= 0x20 && c < 0x7F ? c : '?';
    return line;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::string_view breakable)
{
    std::vector<std::string> lines;
    while (text.size() > width) {
        std::size_t end = text.rfind(breakable, width);
        if (end == text.npos || end == 0)
            end = text.find(breakable, width);
        if (end == text.npos)
            break;
        end += breakable.size() - 1;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    lines.emplace_back(text);
    return lines;
}

std::string pythonQuoted(std::string_view text)
{
    std::string quoted;
    for (const char c : text) {
        if (c == '\\' || c == '"')
            quoted += '\\';
        quoted += c;
    }
    return quoted;
}

std::string filledIn(std::string_view pattern, const std::vector<std::string>& arguments)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isPlace = pattern[i] == '%' && i + 1 < pattern.size();
        const auto which = isPlace ? static_cast<std::size_t>(pattern[i + 1] - 'u') : arguments.size();
        if (which >= arguments.size()) {
            text += pattern[i];
            continue;
        }
        text += arguments[which];
        ++i;
    }
    return text;
}

std::string literal(double value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
    std::string digits(buffer, end.ptr);
    return digits.find_first_of(".e") == digits.npos ? digits + ".0" : digits;
}

}  // namespace actlab::exporting
