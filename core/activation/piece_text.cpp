#include "core/activation/piece_text.hpp"

#include <array>

namespace actlab::activation {

namespace {

/// One code point: what it means as ASCII (0 where it means nothing here) and where its bytes lie.
struct Glyph {
    char meaning;
    std::size_t begin, end;
    bool isBracketWithPartner = false;
};

bool continuesCodePoint(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Full-width forms U+FF01 to U+FF5E read as their ASCII twins, the ideographic space as a space.
char asciiTwin(std::string_view glyph)
{
    if (glyph.size() == 1)
        return glyph[0];
    if (glyph == "\u3000" || glyph == "\u00A0")
        return ' ';
    if (glyph.size() != 3 || glyph[0] != '\xEF')
        return 0;
    const auto second = static_cast<unsigned char>(glyph[1]);
    const auto third = static_cast<unsigned char>(glyph[2]);
    const unsigned codePoint = 0xF000U | (second & 0x3FU) << 6U | (third & 0x3FU);
    return codePoint >= 0xFF01U && codePoint <= 0xFF5EU ? static_cast<char>(codePoint - 0xFEE0U) : '\0';
}

std::vector<Glyph> glyphsOf(std::string_view text)
{
    std::vector<Glyph> glyphs;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin + 1;
        while (end < text.size() && continuesCodePoint(text[end]))
            ++end;
        glyphs.push_back({asciiTwin(text.substr(begin, end - begin)), begin, end});
        begin = end;
    }
    return glyphs;
}

constexpr std::string_view kOpening = "([{", kClosing = ")]}";

bool opens(char c)
{
    return kOpening.find(c) != std::string_view::npos;
}

/// Marks every bracket that has a partner. A closing bracket skips open ones of another kind.
void pairBrackets(std::vector<Glyph>& glyphs)
{
    std::array<std::vector<std::size_t>, kOpening.size()> open;  // of each kind
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (const auto kind = kOpening.find(glyphs[i].meaning); kind != std::string_view::npos)
            open[kind].push_back(i);
        const auto kind = kClosing.find(glyphs[i].meaning);
        if (kind == std::string_view::npos || open[kind].empty())
            continue;
        const std::size_t partner = open[kind].back();
        glyphs[partner].isBracketWithPartner = glyphs[i].isBracketWithPartner = true;
        for (std::vector<std::size_t>& each : open)
            while (!each.empty() && each.back() >= partner)
                each.pop_back();
    }
}

/// Walks the text between the braces and cuts it at the commas and colons that stand in no inner bracket.
class Cutter {
public:
    explicit Cutter(std::string_view text) : m_text(text) {}

    void read(const Glyph& glyph)
    {
        if (glyph.isBracketWithPartner)
            m_depth += opens(glyph.meaning) ? 1 : -1;
        if (m_depth != 0)
            return;
        if (glyph.meaning == ',')
            endPart(glyph);
        if (glyph.meaning == ':' && !m_part.condition)
            endCondition(glyph);
    }

    void begin(std::size_t at) { m_begin = at; }

    std::vector<BracePart> finish(std::size_t end)
    {
        addPart(end);
        return std::move(m_parts);
    }

private:
    void endCondition(const Glyph& colon)
    {
        m_part.condition = trimmed(m_text.substr(m_begin, colon.begin - m_begin));
        m_begin = colon.end;
    }
    void endPart(const Glyph& comma)
    {
        addPart(comma.begin);
        m_begin = comma.end;
    }
    void addPart(std::size_t end)
    {
        m_part.value = trimmed(m_text.substr(m_begin, end - m_begin));
        m_parts.push_back(m_part);
        m_part = {};
    }

    std::string_view m_text;
    std::size_t m_begin = 0;
    int m_depth = 0;
    BracePart m_part;
    std::vector<BracePart> m_parts;
};

/// Whether the first glyph is a brace that the last one closes, or that nothing closes yet.
bool isInBraces(const std::vector<Glyph>& glyphs)
{
    if (glyphs.empty() || glyphs.front().meaning != '{')
        return false;
    if (!glyphs.front().isBracketWithPartner)
        return true;
    int depth = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (glyphs[i].isBracketWithPartner)
            depth += opens(glyphs[i].meaning) ? 1 : -1;
        if (depth == 0)
            return i + 1 == glyphs.size();
    }
    return false;
}

}  // namespace

std::optional<std::vector<BracePart>> splitBraces(std::string_view formula)
{
    const std::string_view text = trimmed(formula);
    std::vector<Glyph> glyphs = glyphsOf(text);
    pairBrackets(glyphs);
    if (!isInBraces(glyphs))
        return std::nullopt;
    const bool isClosed = glyphs.front().isBracketWithPartner;
    Cutter cutter(text);
    cutter.begin(glyphs.front().end);
    for (std::size_t i = 1; i + (isClosed ? 1 : 0) < glyphs.size(); ++i)
        cutter.read(glyphs[i]);
    return cutter.finish(isClosed ? glyphs.back().begin : text.size());
}

std::string_view slice(std::string_view text, expr::Span span)
{
    std::size_t codePoint = 0, begin = text.size(), end = text.size();
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
        if (continuesCodePoint(text[byte]))
            continue;
        if (codePoint == span.begin)
            begin = byte;
        if (codePoint == span.end)
            end = byte;
        ++codePoint;
    }
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

}  // namespace actlab::activation
