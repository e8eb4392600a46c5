#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/expr/ast.hpp"

namespace actlab::activation {

/// A part of a formula that can be looked at on its own.
struct FormulaPart {
    expr::Span span;
    std::string formula;  ///< its text
    std::string chosen;  ///< the same where the pieces around it choose it, nan elsewhere; empty: it is always chosen
    bool operator==(const FormulaPart&) const = default;
};

/// The smallest part worth looking at that holds `place`: an operation or a call; a name or number only where it is a
/// piece, or an operand of the whole formula. nullopt where that is the whole. `read` is what `text` was read as.
std::optional<FormulaPart> partAt(std::string_view text, const expr::Expr& read, expr::Span place);

}  // namespace actlab::activation
