#pragma once

#include <QString>
#include <optional>

#include "core/expr/ast.hpp"

namespace actlab::widgets {

/// Reads a formula to be looked at: calls of catalogue functions stay calls, with all their arguments, instead of
/// being replaced by what they mean. nullopt where the formula is wrong.
std::optional<expr::Expr> readForDisplay(const QString& formula);

}  // namespace actlab::widgets
