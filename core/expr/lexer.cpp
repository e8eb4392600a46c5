#include "core/expr/lexer.hpp"

#include "core/expr/code_points.hpp"
#include "core/expr/parser.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <utility>

namespace actlab::expr {

namespace {

/// Characters that mean the same as some ASCII text. Spaces keep a name apart from its neighbours: 2π, aπ.
constexpr std::pair<char32_t, std::string_view> kTwins[] = {
    {U'\u00A0', " "},  {U'\u3000', " "},  {U'\u2212', "-"},  {U'\u2013', "-"},    {U'\u00D7', "*"},
    {U'\u00B7', "*"},  {U'\u22C5', "*"},  {U'\u2217', "*"},  {U'\u00F7', "/"},    {U'\u2215', "/"},
    {U'\u2264', "<="}, {U'\u2265', ">="}, {U'\u2260', "!="}, {U'\u03C0', " pi "}, {U'\u221E', " inf "},
    {U'\u3001', ","},  {U'\u00B2', "^2"}, {U'\u00B3', "^3"}, {U'\uFEFF', " "},    {U'\u2009', " "},
    {U'\u202F', " "},  {U'\u0387', "*"},  {U'\u2227', "&&"}, {U'\u2228', "||"},   {U'\u00AC', "!"},
};

/// Longest first. Each symbol with the spelling that the parser knows it by.
constexpr std::pair<std::string_view, std::string_view> kSymbols[] = {
    {"**", "^"}, {"<=", "<="}, {">=", ">="}, {"==", "=="}, {"!=", "!="}, {"&&", "and"}, {"||", "or"}, {"&", "and"},
    {"|", "or"}, {"!", "not"}, {"<", "<"},   {">", ">"},   {"=", "="},   {"+", "+"},    {"-", "-"},   {"*", "*"},
    {"/", "/"},  {"^", "^"},   {"(", "("},   {")", ")"},   {"{", "{"},   {"}", "}"},    {"[", "["},   {"]", "]"},
    {",", ","},  {":", ":"},   {";", ";"},   {"?", "?"},   {".", "."},
};

/// Those that Python has in a statement. Of what is left out, `^` means something else there.
constexpr std::pair<std::string_view, std::string_view> kPythonSymbols[] = {
    {"**=", "**="}, {"//=", "//="}, {"**", "^"},  {"//", "//"}, {"+=", "+="}, {"-=", "-="}, {"*=", "*="},
    {"/=", "/="},   {"%=", "%="},   {"&=", "&="}, {"|=", "|="}, {"->", "->"}, {":=", ":="}, {"<=", "<="},
    {">=", ">="},   {"==", "=="},   {"!=", "!="}, {"<", "<"},   {">", ">"},   {"=", "="},   {"+", "+"},
    {"-", "-"},     {"*", "*"},     {"/", "/"},   {"%", "%"},   {"(", "("},   {")", ")"},   {"[", "["},
    {"]", "]"},     {",", ","},     {":", ":"},   {";", ";"},   {".", "."},   {"@", "@"},   {"~", "~"},
    {"&", "&"},     {"|", "|"},     {"{", "{"},   {"}", "}"},
};

constexpr std::string_view kKeywords[] = {"and", "or", "not", "if", "else"};
constexpr std::string_view kPythonKeywords[] = {"and", "or", "not", "if", "else", "lambda", "in", "is"};

struct Dialect {
    std::span<const std::pair<std::string_view, std::string_view>> symbols;
    std::span<const std::string_view> keywords;
    bool isPython = false;
};
const Dialect kFormula{kSymbols, kKeywords, false};
const Dialect kPython{kPythonSymbols, kPythonKeywords, true};

/// The text in ASCII where it has a twin, and for each character the code point it came from.
struct Plain {
    std::u32string text;
    std::vector<std::size_t> origin;  ///< one more than the text is long: the end
};

std::string_view twinOf(char32_t c)
{
    const auto* twin = std::ranges::find(kTwins, c, &std::pair<char32_t, std::string_view>::first);
    return twin == std::end(kTwins) ? std::string_view() : twin->second;
}

bool isFullWidth(char32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E;
}

Plain plainOf(const std::u32string& points, bool hasTwins)
{
    constexpr char32_t kFirstBeyondAscii = 0x80;
    Plain plain;
    plain.text.reserve(points.size());
    plain.origin.reserve(points.size() + 1);
    const auto add = [&plain](char32_t meaning, std::size_t origin) {
        plain.text.push_back(meaning);
        plain.origin.push_back(origin);
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t c = points[i];
        const std::string_view twin = hasTwins && c >= kFirstBeyondAscii ? twinOf(c) : std::string_view();
        for (const char meaning : twin)
            add(static_cast<char32_t>(meaning), i);
        if (twin.empty())
            add(hasTwins && isFullWidth(c) ? c - 0xFEE0 : c, i);
    }
    plain.origin.push_back(points.size());
    return plain;
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}
bool isSpace(char32_t c)
{
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r';
}
bool beginsName(char32_t c)
{
    const bool isLetter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_';
    const bool isGreek = (c >= 0x0370 && c <= 0x03FF && c != 0x037E) || c == 0xB5;
    const bool isHan = c >= 0x4E00 && c <= 0x9FFF;
    return isLetter || isGreek || isHan;
}
bool continuesName(char32_t c)
{
    return beginsName(c) || isDigit(c);
}

/// In quotes, or by its number where it has no shape that a person could see.
std::string shown(char32_t c)
{
    const bool isControl = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2000 && c <= 0x206F);
    if (!isControl)
        return "`" + encode(c) + "`";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string number = "U+";
    for (int shift = 12; shift >= 0; shift -= 4)
        number += kHex[c >> shift & 0xFU];
    return number;
}

class Lexer {
public:
    Lexer(const std::u32string& points, const Dialect& dialect)
        : m_dialect(dialect), m_plain(plainOf(points, !dialect.isPython)), m_text(m_plain.text)
    {
    }

    Result<std::vector<Token>> run()
    {
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            auto token = next();
            if (!token)
                return tl::unexpected(token.error());
            m_tokens.push_back(std::move(*token));
        }
        m_tokens.push_back({TokenKind::End, "", 0, spanFrom(m_at)});
        return std::move(m_tokens);
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    Span spanFrom(std::size_t begin) const
    {
        // A character with a long twin ("²" is "^2") belongs whole to each of its tokens.
        const std::size_t end = m_at > begin ? m_plain.origin[m_at - 1] + 1 : m_plain.origin[m_at];
        return {m_plain.origin[begin], end};
    }

    bool isDigitAt(std::size_t i) const { return i < m_text.size() && isDigit(m_text[i]); }

    Result<Token> next()
    {
        const char32_t c = m_text[m_at];
        if (isDigit(c) || (c == U'.' && isDigitAt(m_at + 1)))
            return numberToken();
        if (beginsName(c))
            return nameToken();
        if (m_dialect.isPython && (c == U'"' || c == U'\''))
            return textToken();
        return symbolToken();
    }

    std::size_t endOfDigits(std::size_t i) const
    {
        while (isDigitAt(i) || (m_dialect.isPython && i > 0 && isDigitAt(i - 1) && isUnderscoreInNumber(i)))
            ++i;
        return i;
    }

    bool isUnderscoreInNumber(std::size_t i) const
    {
        return i < m_text.size() && m_text[i] == U'_' && isDigitAt(i + 1);
    }

    /// Past "e-3", or `i` itself where no exponent follows.
    std::size_t endOfExponent(std::size_t i) const
    {
        if (i >= m_text.size() || (m_text[i] != U'e' && m_text[i] != U'E'))
            return i;
        const bool isSigned = i + 1 < m_text.size() && (m_text[i + 1] == U'+' || m_text[i + 1] == U'-');
        const std::size_t digits = i + (isSigned ? 2 : 1);
        return isDigitAt(digits) ? endOfDigits(digits) : i;
    }

    Result<Token> numberToken()
    {
        const std::size_t begin = m_at;
        m_at = endOfDigits(m_at);
        if (m_at < m_text.size() && m_text[m_at] == U'.')
            m_at = endOfDigits(m_at + 1);
        m_at = endOfExponent(m_at);
        std::string digits(m_text.begin() + static_cast<std::ptrdiff_t>(begin),
                           m_text.begin() + static_cast<std::ptrdiff_t>(m_at));
        std::erase(digits, '_');
        double value = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (read.ec == std::errc::result_out_of_range)
            return tl::unexpected(
                SourceError{"the number " + shortened(digits) + " is out of the range of float64", spanFrom(begin),
                            "It reaches from 4.94e-324 to 1.797e308; write 0 below it and inf above it."});
        return Token{TokenKind::Number, digits, value, spanFrom(begin)};
    }

    static std::string shortened(const std::string& digits)
    {
        constexpr std::size_t kShown = 24;
        return digits.size() <= kShown ? digits : digits.substr(0, kShown) + "…";
    }

    Result<Token> nameToken()
    {
        const std::size_t begin = m_at;
        std::string name;
        for (; m_at < m_text.size() && continuesName(m_text[m_at]); ++m_at)
            name += encode(m_text[m_at]);
        const bool isKeyword = std::ranges::find(m_dialect.keywords, name) != m_dialect.keywords.end();
        return Token{isKeyword ? TokenKind::Symbol : TokenKind::Name, name, 0, spanFrom(begin)};
    }

    /// The text between quotes as it is written, without what a backslash could make of it.
    Result<Token> textToken()
    {
        const std::size_t begin = m_at;
        const char32_t quote = m_text[m_at++];
        const bool isTriple = m_text.substr(m_at, 2) == std::u32string(2, quote);
        const std::u32string closing(isTriple ? 3 : 1, quote);
        const std::size_t first = m_at += closing.size() - 1;
        for (; m_at < m_text.size() && m_text.substr(m_at, closing.size()) != closing; ++m_at)
            m_at += m_text[m_at] == U'\\' ? 1 : 0;
        if (m_at >= m_text.size())
            return tl::unexpected(SourceError{"this text is never closed", {begin, begin + 1}, "Add the quote."});
        std::string text;
        for (std::size_t i = first; i < m_at; ++i)
            text += encode(m_text[i]);
        m_at += closing.size();
        return Token{TokenKind::Text, text, 0, spanFrom(begin)};
    }

    std::string hintFor(char32_t c) const
    {
        if (!m_dialect.isPython)
            return "";
        if (c == U'^')
            return "In Python it is the exclusive or of whole numbers; write ** for a power.";
        const std::string twin = isFullWidth(c) ? encode(c - 0xFEE0) : std::string(twinOf(c));
        return twin.empty() || twin == " " ? "" : "Python writes `" + twin + "`.";
    }

    Result<Token> symbolToken()
    {
        const std::size_t begin = m_at;
        for (const auto& [spelling, meaning] : m_dialect.symbols)
            if (std::ranges::equal(spelling, std::u32string_view(m_text).substr(m_at, spelling.size()))) {
                m_at += spelling.size();
                return Token{TokenKind::Symbol, std::string(meaning), 0, spanFrom(begin), std::string(spelling)};
            }
        ++m_at;
        return tl::unexpected(SourceError{"the character " + shown(m_text[begin]) + " has no meaning here",
                                          spanFrom(begin), hintFor(m_text[begin])});
    }

    const Dialect& m_dialect;
    Plain m_plain;
    const std::u32string& m_text;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
};

Result<std::vector<Token>> cut(std::string_view text, const Dialect& dialect)
{
    const auto points = decode(text);
    if (!points)
        return tl::unexpected(points.error());
    if (points->size() > Limits::codePoints)
        return tl::unexpected(
            SourceError{(dialect.isPython ? "the statement is longer than " : "the formula is longer than ") +
                            std::to_string(Limits::codePoints) + " characters",
                        {Limits::codePoints, points->size()},
                        "Give parts of it names of their own."});
    return Lexer(*points, dialect).run();
}

}  // namespace

Result<std::vector<Token>> tokenize(std::string_view text)
{
    return cut(text, kFormula);
}

Result<std::vector<Token>> tokenizePython(std::string_view text)
{
    return cut(text, kPython);
}

}  // namespace actlab::expr
