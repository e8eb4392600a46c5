#include "core/expr/token_reader.hpp"

#include "core/expr/parser.hpp"

namespace actlab::expr {

void fail(std::string message, Span span, std::string hint)
{
    throw Failure{{std::move(message), span, std::move(hint)}};
}

void failTooDeep(Span span)
{
    fail("the formula is nested more than " + std::to_string(Limits::depth) + " deep", span,
         "Give an inner part of it a name of its own.");
}

Expr orThrow(Result<Expr> result)
{
    if (!result)
        throw Failure{result.error()};
    return *std::move(result);
}

std::string quoted(std::string_view text)
{
    return "`" + std::string(text) + "`";
}

TokenReader::Deeper::Deeper(TokenReader& reader) : m_reader(reader)
{
    if (reader.m_depth == Limits::depth)
        failTooDeep(reader.peek().span);
    ++reader.m_depth;
}

bool TokenReader::accept(std::string_view symbol)
{
    const bool there = isSymbol(symbol);
    m_at += there ? 1 : 0;
    return there;
}

Token TokenReader::acceptKeyword()
{
    if (peek().kind != TokenKind::Name || m_tokens[m_at + 1].kind != TokenKind::Symbol ||
        m_tokens[m_at + 1].text != "=")
        return {};
    m_at += 2;
    return m_tokens[m_at - 2];
}

std::string TokenReader::found() const
{
    return isAtEnd() ? "the formula ends" : "there is " + quoted(peek().written);
}

void TokenReader::expect(std::string_view symbol, const std::string& what)
{
    if (!accept(symbol))
        fail(what + " was expected here, but " + found(), peek().span, "Write " + quoted(symbol) + ".");
}

void TokenReader::close(std::string_view symbol, const Token& opening)
{
    if (accept(symbol))
        return;
    if (isAtEnd())
        fail("this " + quoted(opening.text) + " is never closed", opening.span, "Add " + quoted(symbol) + ".");
    if (peek().kind == TokenKind::Symbol && !isSymbol("(") && !isSymbol("{"))
        fail(quoted(symbol) + " was expected here, but " + found(), peek().span);
    failBehindFormula();
}

void TokenReader::failForLackOfValue() const
{
    if (isSymbol("["))
        fail("square brackets have no meaning in a formula", peek().span, "Write ( and ).");
    const std::string hint = peek().written == "|" ? "Write abs(x) for the absolute value." : "";
    fail("a value was expected here, but " + found(), peek().span, hint);
}

void TokenReader::failBehindFormula() const
{
    const std::string& text = peek().text;
    if (text == ")" || text == "}" || text == "]")
        fail("nothing is open that " + quoted(text) + " could close", peek().span, "Leave it out.");
    if (text == "=")
        fail("`=` has no meaning in a formula", peek().span,
             "Write == to compare, or only what stands behind the =.");
    if (peek().kind == TokenKind::Symbol && text != "(" && text != "{")
        fail("an operator was expected here, but " + found(), peek().span);
    fail("an operator is missing before " + quoted(text), peek().span, "Write * for a product, as in 2*x.");
}

}  // namespace actlab::expr
