#include "core/expr/open_call.hpp"

#include "core/expr/code_points.hpp"
#include "core/expr/lexer.hpp"
#include "core/expr/scope.hpp"

#include <algorithm>

namespace actlab::expr {

namespace {

/// What stands before the place; empty where that is no text of the language.
std::vector<Token> tokensBefore(const std::u32string& points, std::size_t place)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(place, points.size()); ++i)
        text += encode(points[i]);
    return tokenize(text).value_or(std::vector<Token>{});
}

bool isModule(const Token& token)
{
    const Library none;
    return FormulaScope(none).isModule(token.text);
}

struct Bracket {
    std::size_t token;       ///< its index
    std::size_t commas = 0;  ///< seen in it
    std::size_t argument;    ///< the token that the present argument begins with
};

std::vector<Bracket> openBrackets(const std::vector<Token>& tokens)
{
    std::vector<Bracket> open;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (isSymbol(token, "(") || isSymbol(token, "{") || isSymbol(token, "["))
            open.push_back({.token = i, .argument = i + 1});
        else if (!open.empty() && (isSymbol(token, ")") || isSymbol(token, "}") || isSymbol(token, "]")))
            open.pop_back();
        else if (!open.empty() && isSymbol(token, ","))
            ++open.back().commas, open.back().argument = i + 1;
    }
    return open;
}

std::optional<OpenCall> callOf(const std::vector<Token>& tokens, const Bracket& bracket)
{
    if (bracket.token == 0 || !isSymbol(tokens[bracket.token], "(") ||
        tokens[bracket.token - 1].kind != TokenKind::Name)
        return std::nullopt;
    const std::size_t name = bracket.token - 1;
    const bool isMethod = name >= 2 && isSymbol(tokens[name - 1], ".") && !isModule(tokens[name - 2]);
    OpenCall call{tokens[name].text, tokens[name].span.begin, bracket.commas + (isMethod ? 1 : 0), {}};
    const std::size_t first = bracket.argument;
    if (first + 1 < tokens.size() && tokens[first].kind == TokenKind::Name && isSymbol(tokens[first + 1], "="))
        call.keyword = tokens[first].text;
    return call;
}

/// Whether a name that is there before the place, or begins at it, has more letters behind it.
bool goesOnBehind(const std::u32string& points, std::size_t place)
{
    if (place == points.size())
        return false;
    const auto next = tokenize(encode(points[place]));
    return next && (next->front().kind == TokenKind::Name || next->front().kind == TokenKind::Number);
}

/// "and", "if": symbols that are words.
bool isKeyword(const Token& token)
{
    return token.kind == TokenKind::Symbol && token.written.front() >= 'a' && token.written.front() <= 'z';
}

/// Behind which an operator would be missing.
bool endsValue(const Token& token)
{
    return token.kind != TokenKind::Symbol || isSymbol(token, ")") || isSymbol(token, "}") || isSymbol(token, "]") ||
           isSymbol(token, ".");
}

}  // namespace

std::optional<OpenCall> openCallAt(std::string_view text, std::size_t place)
{
    const auto points = decode(text);
    if (!points)
        return std::nullopt;
    const std::vector<Token> tokens = tokensBefore(*points, place);
    const std::vector<Bracket> open = openBrackets(tokens);
    for (auto bracket = open.rbegin(); bracket != open.rend(); ++bracket)
        if (const auto call = callOf(tokens, *bracket))
            return call;
    return std::nullopt;
}

std::optional<Span> nameBefore(std::string_view text, std::size_t place)
{
    const auto points = decode(text);
    if (!points || place > points->size() || goesOnBehind(*points, place))
        return std::nullopt;
    std::vector<Token> tokens = tokensBefore(*points, place);
    if (tokens.empty())
        return std::nullopt;
    tokens.pop_back();  // the end
    Span name{place, place};
    if (!tokens.empty() && tokens.back().kind == TokenKind::Name && tokens.back().span.end == place) {
        name = tokens.back().span;
        tokens.pop_back();
    }
    if (tokens.empty())
        return name;
    const Token& before = tokens.back();
    const bool isGlued = isKeyword(before) && before.span.end == name.begin;
    return isGlued || endsValue(before) ? std::nullopt : std::optional(name);
}

}  // namespace actlab::expr
