#include "app/cli/failure.hpp"

#include <algorithm>
#include <iostream>

namespace actlab::cli {

namespace {

/// "2:5" for a position counted in code points.
std::string lineAndColumn(std::string_view text, std::size_t codePoint)
{
    std::size_t line = 1, column = 1, seen = 0;
    for (std::size_t i = 0; i < text.size() && seen < codePoint; ++i) {
        const bool endsCodePoint = i + 1 == text.size() || (static_cast<unsigned char>(text[i + 1]) & 0xC0) != 0x80;
        if (!endsCodePoint)
            continue;
        ++seen;
        ++column;
        if (text[i] == '\n') {
            ++line;
            column = 1;
        }
    }
    return std::to_string(line) + ":" + std::to_string(column);
}

std::string onOneLine(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

}  // namespace

tl::unexpected<Failure> badInput(std::string_view place, std::string_view message)
{
    return tl::unexpected(Failure{std::string(place) + ": " + std::string(message), kBadInput});
}

tl::unexpected<Failure> badDefinition(std::string_view place, const activation::Definition& definition,
                                      const activation::DefinitionError& error)
{
    const bool isGradient = error.part == activation::Part::Gradient;
    const std::string where = lineAndColumn(isGradient ? definition.gradient : definition.formula, error.span.begin);
    return badInput((isGradient ? "gradient:" : std::string(place) + ":") + where,
                    error.hint.empty() ? error.message : error.message + ". " + error.hint);
}

int report(const Failure& failure)
{
    std::cerr << onOneLine(failure.line) << '\n';
    return failure.code;
}

}  // namespace actlab::cli
