#include "core/activation/author_words.hpp"

#include "core/activation/catalogue.hpp"
#include "core/activation/piece_text.hpp"

#include "core/expr/parser.hpp"

#include <algorithm>

namespace actlab::activation {

namespace {

/// Where the parts of a conditional can begin or end: the edges, its punctuation, and `if` and `else`.
std::vector<std::string_view> separatorsIn(std::string_view text)
{
    std::vector<std::string_view> found{text.substr(0, 0)};
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const std::string_view separator :
             {"?", ":", ",", "(", ")", "{", "}", " if ", " else ", "？", "：", "，"})
            if (text.substr(at).starts_with(separator))
                found.push_back(text.substr(at, separator.size()));
    found.push_back(text.substr(text.size()));
    return found;
}

/// The texts between two separators, those with few others in them first, up to a bound that no person notices.
std::vector<std::string_view> partsOf(std::string_view text)
{
    constexpr std::size_t kMostParts = 300;
    const std::vector<std::string_view> separators = separatorsIn(text);
    std::vector<std::string_view> parts;
    for (std::size_t step = 1; step < separators.size(); ++step)
        for (std::size_t i = 0; i + step < separators.size() && parts.size() < kMostParts; ++i) {
            const char* begin = separators[i].data() + separators[i].size();
            if (const char* end = separators[i + step].data(); begin < end)
                parts.emplace_back(begin, end);
        }
    return parts;
}

}  // namespace

bool AuthorsWords::holds(const expr::Expr& e) const
{
    const auto meaning = expr::parse(slice(m_text, e.node().span), catalogueLibrary());
    return meaning && *meaning == e;
}

std::optional<std::string> AuthorsWords::wordsFor(const expr::Expr& e)
{
    if (holds(e))
        return std::string(trimmed(slice(m_text, e.node().span)));
    readParts();
    const auto found = std::ranges::find_if(m_parts, [&](const auto& part) { return part.second == e; });
    return found == m_parts.end() ? std::nullopt : std::optional(std::string(trimmed(found->first)));
}

void AuthorsWords::readParts()
{
    if (std::exchange(m_hasReadParts, true))
        return;
    for (const std::string_view part : partsOf(m_text))
        if (const auto meaning = expr::parse(part, catalogueLibrary()))
            m_parts.emplace_back(part, *meaning);
}

}  // namespace actlab::activation
