#include "core/importing/declarations.hpp"

#include "core/expr/token_reader.hpp"

namespace actlab::importing {

namespace {

using expr::TokenKind;

int deeper(const expr::Token& token)
{
    if (isSymbol(token, "(") || isSymbol(token, "[") || isSymbol(token, "{"))
        return 1;
    return isSymbol(token, ")") || isSymbol(token, "]") || isSymbol(token, "}") ? -1 : 0;
}

Formal formalOf(const Tokens& tokens)
{
    if (tokens.front().kind != TokenKind::Name)
        expr::fail("a function of this kind of arguments cannot be read", tokens.front().span,
                   "The arguments need names, as in def f(x, alpha=0.1).");
    Formal formal{tokens.front().text, tokens.front().span, {}, false};
    const std::size_t equals = findOutside(tokens, "=");
    if (equals < tokens.size())
        formal.standard = part(tokens, equals + 1, tokens.size() - 1);
    if (isSymbol(tokens[1], ":"))
        formal.isNumber = tokens[2].text == "float" || tokens[2].text == "int";
    else if (equals != 1 && tokens[1].kind != TokenKind::End)
        expr::fail("the name of one argument was expected", tokens[1].span);
    return formal;
}

/// A star alone only says that keywords follow; the lexer spells ** as ^.
bool isRest(const Tokens& formal)
{
    return isSymbol(formal.front(), "*") || isSymbol(formal.front(), "/") || isSymbol(formal.front(), "^");
}

void addFormals(const Tokens& tokens, Function& function)
{
    for (const Tokens& one : splitAtCommas(tokens))
        if (!isRest(one))
            function.formals.push_back(formalOf(one));
        else if (one.size() > 2 && function.formals.empty())
            expr::fail("a function of any number of arguments cannot be read", one.front().span);
        else if (one.size() > 2)
            function.rest.push_back(one[1].text);
}

}  // namespace

Tokens part(const Tokens& tokens, std::size_t begin, std::size_t end)
{
    Tokens result(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                  tokens.begin() + static_cast<std::ptrdiff_t>(end));
    const std::size_t place = end < tokens.size() ? tokens[end].span.begin : tokens.back().span.end;
    result.push_back({TokenKind::End, "", 0, {place, place}});
    return result;
}

std::size_t findOutside(const Tokens& tokens, std::string_view symbol, std::size_t begin)
{
    int depth = 0;
    for (std::size_t i = begin; i < tokens.size(); ++i) {
        if (depth == 0 && isSymbol(tokens[i], symbol))
            return i;
        depth += deeper(tokens[i]);
    }
    return tokens.size();
}

std::vector<Tokens> splitAtCommas(const Tokens& tokens)
{
    std::vector<Tokens> parts;
    for (std::size_t begin = 0; begin + 1 < tokens.size();) {
        const std::size_t end = std::min(findOutside(tokens, ",", begin), tokens.size() - 1);
        if (end == begin)
            expr::fail("a value was expected before this comma", tokens[begin].span);
        parts.push_back(part(tokens, begin, end));
        begin = end + 1;
    }
    return parts;
}

Tokens withoutBrackets(const Tokens& tokens)
{
    if (tokens.size() < 3 || deeper(tokens.front()) != 1)
        return tokens;
    int depth = 0;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        depth += deeper(tokens[i]);
        if (depth == 0)
            return i + 2 == tokens.size() ? part(tokens, 1, i) : tokens;
    }
    return tokens;
}

std::string pathOf(const Tokens& tokens)
{
    std::string path;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const bool fits = i % 2 == 0 ? tokens[i].kind == TokenKind::Name : isSymbol(tokens[i], ".");
        if (!fits)
            return {};
        path += tokens[i].text;
    }
    return tokens.size() % 2 == 0 ? path : std::string();
}

Function functionOf(const Statement& def)
{
    const Tokens& tokens = def.tokens;
    if (tokens.size() < 4 || tokens[1].kind != TokenKind::Name || !isSymbol(tokens[2], "("))
        expr::fail("the name of a function and its arguments were expected behind def", def.span());
    const std::size_t close = findOutside(tokens, ")", 3);
    if (close == tokens.size())
        expr::fail("this bracket is never closed", tokens[2].span);
    if (!isSymbol(tokens[tokens.size() - 2], ":"))
        expr::fail("the colon behind the arguments is missing", tokens.back().span);
    if (def.body.empty())
        expr::fail("the function has no body", def.span());
    Function function{tokens[1].text, tokens[1].span, {}, {}, &def.body, {}};
    addFormals(part(tokens, 3, close), function);
    return function;
}

Function lambdaOf(std::string name, const Tokens& tokens)
{
    const std::size_t colon = findOutside(tokens, ":");
    if (colon == tokens.size())
        expr::fail("the colon of this lambda is missing", tokens.front().span);
    Function function{
        std::move(name), tokens.front().span, {}, {}, nullptr, part(tokens, colon + 1, tokens.size() - 1)};
    addFormals(part(tokens, 1, colon), function);
    return function;
}

}  // namespace actlab::importing
