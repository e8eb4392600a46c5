#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "core/expr/ast.hpp"

namespace actlab::expr {

/// `e` with x replaced by `input`, and each parameter by what `forParameter` returns (nullopt keeps it).
Expr substitute(const Expr& e, const Expr& input,
                const std::function<std::optional<Expr>(std::string_view)>& forParameter);

}  // namespace actlab::expr
