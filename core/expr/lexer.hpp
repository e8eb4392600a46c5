#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/expr/source_error.hpp"

namespace actlab::expr {

/// Text is what stands in quotes; only Python has it.
enum class TokenKind { Number, Name, Symbol, Text, End };

struct Token {
    TokenKind kind = TokenKind::End;
    std::string text;            ///< the name, or the symbol in its ASCII spelling ("<=", "and", "?")
    double value = 0;            ///< of a number
    Span span;                   ///< in code points of the text
    std::string written = text;  ///< as the author spelled it, in ASCII ("&&")
};

inline bool isSymbol(const Token& token, std::string_view symbol)
{
    return token.kind == TokenKind::Symbol && token.text == symbol;
}

/// Cuts a formula (UTF-8) into tokens; the last one is End. Full-width and mathematical characters read as
/// their ASCII twins: `（` is `(`, `×` is `*`, `≤` is `<=`, `π` is `pi`, `²` is `^2`.
Result<std::vector<Token>> tokenize(std::string_view text);

/// The same for one statement of Python, without twins: `&` and `|` keep their own precedence, `^` is refused.
Result<std::vector<Token>> tokenizePython(std::string_view text);

}  // namespace actlab::expr
