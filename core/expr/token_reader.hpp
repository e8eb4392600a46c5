#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/expr/ast.hpp"
#include "core/expr/lexer.hpp"

namespace actlab::expr {

/// Carries an error out of the parser's recursion; parse turns it into a value.
struct Failure {
    SourceError error;
};

[[noreturn]] void fail(std::string message, Span span, std::string hint = {});
[[noreturn]] void failTooDeep(Span span);
/// The expression, or its error thrown as Failure.
Expr orThrow(Result<Expr> result);
std::string quoted(std::string_view text);

/// Walks over the tokens of a formula and says in words what is wrong with the one it stands at.
class TokenReader {
public:
    explicit TokenReader(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    const Token& peek() const { return m_tokens[m_at]; }
    Token take() { return isAtEnd() ? peek() : m_tokens[m_at++]; }
    bool isAtEnd() const { return peek().kind == TokenKind::End; }
    bool isSymbol(std::string_view symbol) const { return expr::isSymbol(peek(), symbol); }
    bool accept(std::string_view symbol);
    /// The name before an equals sign, both taken; empty where there is none.
    Token acceptKeyword();

    void expect(std::string_view symbol, const std::string& what);
    /// Takes the bracket that closes `opening`.
    void close(std::string_view symbol, const Token& opening);
    [[noreturn]] void failForLackOfValue() const;
    [[noreturn]] void failBehindFormula() const;

    std::size_t position() const { return m_at; }
    /// From the token that stood at `position` to the one taken last.
    Span spanFrom(std::size_t position) const { return {m_tokens[position].span.begin, m_tokens[m_at - 1].span.end}; }

    /// Counts brackets and operators that wait for what they enclose, so that no text exhausts the stack.
    class Deeper {
    public:
        explicit Deeper(TokenReader& reader);
        ~Deeper() { --m_reader.m_depth; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;

    private:
        TokenReader& m_reader;
    };

private:
    std::string found() const;

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
};

}  // namespace actlab::expr
