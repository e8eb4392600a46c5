#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/expr/ast.hpp"

namespace actlab::activation {

/// Finds how the author spelled the parts of a conditional. The text must outlive it.
class AuthorsWords {
public:
    explicit AuthorsWords(std::string_view text) : m_text(text) {}

    /// Whether the text, where `e` says it stands, reads as `e`. It does not for what came out of the body of a
    /// catalogue function, whose place is in another text.
    bool holds(const expr::Expr& e) const;

    /// The words for `e`, which is a condition, a value or the rest of the conditional; nullopt where they
    /// cannot be found.
    std::optional<std::string> wordsFor(const expr::Expr& e);

private:
    void readParts();

    std::string_view m_text;
    bool m_hasReadParts = false;
    std::vector<std::pair<std::string_view, expr::Expr>> m_parts;  ///< what stands between separators, read
};

}  // namespace actlab::activation
