#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/expr/lexer.hpp"
#include "core/importing/lines.hpp"

namespace actlab::importing {

using Tokens = std::vector<expr::Token>;

/// A statement with the block that stands indented under it. Spans count code points of the file.
struct Statement {
    Tokens tokens;  ///< the last one is End
    std::vector<Statement> body;
    std::optional<expr::SourceError> error;  ///< what keeps this one, or its block, from being read

    bool beginsWith(std::string_view word) const { return tokens.front().text == word; }
    expr::Span span() const { return {tokens.front().span.begin, tokens.back().span.end}; }
};
using Block = std::vector<Statement>;

/// The statements of a file as a tree. An error in one of them is kept there.
Block statementsOf(const std::vector<Line>& lines);

}  // namespace actlab::importing
