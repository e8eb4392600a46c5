#include "core/activation/rule_text.hpp"

#include "core/activation/author_words.hpp"
#include "core/activation/catalogue.hpp"
#include "core/activation/piece_text.hpp"

#include "core/expr/printer.hpp"

#include <algorithm>

namespace actlab::activation {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isWordCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// Where the bracket that opens at `open` closes; the length of the text where it does not.
std::size_t closingOf(std::string_view text, std::size_t open)
{
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return text.size();
}

/// A name, a number or one call: nothing around it can tear it apart.
bool holdsTogether(std::string_view text)
{
    const auto end = std::ranges::find_if_not(text, isWordCharacter);
    if (end == text.end())
        return true;
    const auto open = static_cast<std::size_t>(end - text.begin());
    return *end == '(' && open > 0 && closingOf(text, open) + 1 == text.size();
}

/// Whether the letter at `place` is alone between the brackets and commas of a call.
bool isArgument(std::string_view rule, std::size_t place)
{
    const std::string_view before = rule.substr(0, place), after = rule.substr(place + 1);
    return (before.empty() && after.empty()) ||
           ((before.ends_with('(') || before.ends_with(", ")) && (after.starts_with(')') || after.starts_with(',')));
}

std::string wordsFor(const expr::Expr& e, std::string_view formula)
{
    const expr::Span span = e.node().span;
    const bool isAuthors = span.begin < span.end && AuthorsWords(formula).holds(e);
    return isAuthors ? std::string(trimmed(slice(formula, span))) : expr::print(e);
}

std::string joined(std::string_view rule, const expr::Bindings& meaning, std::string_view formula, bool brackets)
{
    std::string text;
    for (std::size_t i = 0; i < rule.size(); ++i) {
        const bool isAlone =
            (i == 0 || !isWordCharacter(rule[i - 1])) && (i + 1 == rule.size() || !isWordCharacter(rule[i + 1]));
        const auto bound = isAlone && isLetter(rule[i]) ? meaning.find(std::string(1, rule[i])) : meaning.end();
        if (bound == meaning.end()) {
            text += rule[i];
            continue;
        }
        const std::string words = wordsFor(bound->second, formula);
        const bool isBare = !brackets || isArgument(rule, i) || holdsTogether(words);
        text += isBare ? words : "(" + words + ")";
    }
    return text;
}

}  // namespace

std::string spelledOut(std::string_view rule, const expr::Bindings& meaning, std::string_view formula)
{
    std::string safe = joined(rule, meaning, formula, true), bare = joined(rule, meaning, formula, false);
    const auto meant = expr::parse(safe, catalogueLibrary()), read = expr::parse(bare, catalogueLibrary());
    return meant && read && *meant == *read ? bare : safe;
}

}  // namespace actlab::activation
