#pragma once

#include <string_view>

#include "core/expr/ast.hpp"

namespace actlab::importing {

/// The f of e = f * p for the parameter p. Throws Failure where e is not such a product for every x: what backward
/// gives back has to be a multiple of what it was given.
expr::Expr linearFactor(const expr::Expr& e, std::string_view parameter);

}  // namespace actlab::importing
