#include "core/importing/rewriting.hpp"

#include "core/importing/tidy.hpp"

#include "core/expr/token_reader.hpp"

namespace actlab::importing {

namespace {

using expr::Token;
using expr::TokenKind;

bool beginsArgument(const Tokens& tokens, std::size_t i)
{
    return i > 0 && (isSymbol(tokens[i - 1], "(") || isSymbol(tokens[i - 1], ","));
}

/// `*args` or `**kwargs` of what is no value; the lexer spells ** as ^.
bool isUnpacked(const Tokens& tokens, std::size_t i, const Frame& frame)
{
    if (!beginsArgument(tokens, i) || !(isSymbol(tokens[i], "^") || isSymbol(tokens[i], "*")))
        return false;
    const auto found = frame.names.find(tokens[i + 1].text);
    return found != frame.names.end() && Values::isThing(found->second);
}

Tokens withoutUnpacked(const Tokens& tokens, const Frame& frame)
{
    Tokens kept;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!isUnpacked(tokens, i, frame)) {
            kept.push_back(tokens[i]);
            continue;
        }
        ++i;
        if (isSymbol(kept.back(), ","))
            kept.pop_back();
        else if (isSymbol(tokens[i + 1], ","))
            ++i;
    }
    return kept;
}

/// How many tokens from `i` on are "ctx.saved_tensors[0]"; 0 where they are not.
std::size_t lengthOfElement(const Tokens& tokens, std::size_t i, const Frame& frame)
{
    std::string path;
    for (std::size_t k = i; k + 3 < tokens.size(); k += 2) {
        if (tokens[k].kind != TokenKind::Name)
            return 0;
        path += tokens[k].text;
        const bool isElement =
            isSymbol(tokens[k + 1], "[") && tokens[k + 2].kind == TokenKind::Number && isSymbol(tokens[k + 3], "]");
        if (isElement && frame.sequences.contains(path))
            return k + 4 - i;
        if (!isSymbol(tokens[k + 1], "."))
            return 0;
        path += '.';
    }
    return 0;
}

Tokens withElementsNamed(const Tokens& tokens, const Frame& frame)
{
    if (frame.sequences.empty())
        return tokens;
    Tokens named;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool isInside = !named.empty() && isSymbol(named.back(), ".");
        const std::size_t length = isInside ? 0 : lengthOfElement(tokens, i, frame);
        named.push_back(tokens[i]);
        for (std::size_t k = 1; k < length; ++k)
            named.back().text += tokens[++i].text;
        named.back().span.end = tokens[i].span.end;
    }
    return named;
}

Token truth(bool holds, Span span)
{
    return {TokenKind::Name, holds ? "True" : "False", 0, span};
}

/// How many tokens from `i` on are "self.scale is None"; 0 where they are not.
std::size_t lengthOfNoneTest(const Tokens& tokens, std::size_t i)
{
    std::size_t k = i;
    while (k + 2 < tokens.size() && tokens[k].kind == TokenKind::Name && isSymbol(tokens[k + 1], "."))
        k += 2;
    if (tokens[k].kind != TokenKind::Name || !isSymbol(tokens[k + 1], "is"))
        return 0;
    const std::size_t none = k + (isSymbol(tokens[k + 2], "not") ? 3 : 2);
    return none < tokens.size() && tokens[none].text == "None" ? none + 1 - i : 0;
}

/// Whether something is None does not depend on x.
Tokens withNoneTestsDone(const Tokens& tokens, const Frame& frame)
{
    Tokens done;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool isInside = !done.empty() && isSymbol(done.back(), ".");
        const std::size_t length = isInside || i + 2 >= tokens.size() ? 0 : lengthOfNoneTest(tokens, i);
        if (length == 0) {
            done.push_back(tokens[i]);
            continue;
        }
        const std::size_t end = i + length - 1;
        const bool isNegated = isSymbol(tokens[end - 1], "not");
        const Expr value = frame.evaluate(part(tokens, i, end - (isNegated ? 2 : 1)));
        done.push_back(truth(Values::isNone(value) != isNegated, {tokens[i].span.begin, tokens[end].span.end}));
        i = end;
    }
    return done;
}

}  // namespace

bool isDictionary(const Tokens& tokens)
{
    return isSymbol(tokens.front(), "{") && tokens.size() > 2 && isSymbol(tokens[tokens.size() - 2], "}");
}

Tokens decided(const Tokens& tokens, const Frame& frame)
{
    const std::size_t question = findOutside(tokens, "if");
    const std::size_t otherwise = findOutside(tokens, "else", std::min(question + 1, tokens.size()));
    if (otherwise == tokens.size() || tokens.front().text == "lambda")
        return tokens;
    const Expr condition = frame.evaluate(part(tokens, question + 1, otherwise));
    if (Values::isThing(condition) || !expr::isCondition(condition))
        return tokens;
    const Expr truth = truthOf(condition);
    const auto* known = expr::as<expr::Number>(truth);
    if (!known)
        return tokens;
    return known->value != 0 ? part(tokens, 0, question)
                             : decided(part(tokens, otherwise + 1, tokens.size() - 1), frame);
}

Tokens inWordsOfTheGrammar(const Tokens& tokens, const Frame& frame)
{
    for (const Token& token : tokens)
        if (isSymbol(token, "{"))
            expr::fail("a dictionary is not read here", token.span);
    return withElementsNamed(withoutUnpacked(decided(withNoneTestsDone(tokens, frame), frame), frame), frame);
}

}  // namespace actlab::importing
