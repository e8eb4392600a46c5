#include "core/expr/code_points.hpp"

#include <cstdint>

namespace actlab::expr {

namespace {

struct Lead {
    std::size_t length;  ///< bytes of the sequence; 0 where the byte cannot begin one
    char32_t bits;       ///< what the first byte says
    char32_t least;      ///< smaller code points would have a shorter form
};

Lead leadOf(std::uint8_t byte)
{
    if (byte < 0x80)
        return {1, byte, 0};
    if (byte >> 5 == 0x06)
        return {2, byte & 0x1FU, 0x80};
    if (byte >> 4 == 0x0E)
        return {3, byte & 0x0FU, 0x800};
    if (byte >> 3 == 0x1E)
        return {4, byte & 0x07U, 0x10000};
    return {0, 0, 0};
}

bool isScalarValue(char32_t c)
{
    return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

}  // namespace

Result<std::u32string> decode(std::string_view text)
{
    std::u32string points;
    for (std::size_t i = 0; i < text.size();) {
        const Lead lead = leadOf(static_cast<std::uint8_t>(text[i]));
        char32_t c = lead.bits;
        bool valid = lead.length > 0 && i + lead.length <= text.size();
        for (std::size_t k = 1; valid && k < lead.length; ++k) {
            const auto byte = static_cast<std::uint8_t>(text[i + k]);
            valid = byte >> 6 == 0x02;
            c = c << 6 | (byte & 0x3FU);
        }
        if (!valid || c < lead.least || !isScalarValue(c))
            return tl::unexpected(
                SourceError{"the text is not valid UTF-8 here", {points.size(), points.size()}, {}});
        points.push_back(c);
        i += lead.length;
    }
    return points;
}

std::string encode(char32_t c)
{
    const auto tail = [c](int shift) { return static_cast<char>(0x80U | (c >> shift & 0x3FU)); };
    if (c < 0x80)
        return {static_cast<char>(c)};
    if (c < 0x800)
        return {static_cast<char>(0xC0U | c >> 6), tail(0)};
    if (c < 0x10000)
        return {static_cast<char>(0xE0U | c >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | c >> 18), tail(12), tail(6), tail(0)};
}

std::string shortened(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return std::string(text);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace actlab::expr
