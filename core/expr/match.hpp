#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/expr/ast.hpp"

namespace actlab::expr {

/// What the parameters of a pattern stand for.
using Bindings = std::map<std::string, Expr>;

/// Every way in which `e` is an instance of `pattern`: each parameter of the pattern stands for any expression,
/// the same wherever it occurs. Sums and products match in either order, differences as sums with a minus, and
/// -u wherever a sign can be taken off: exp(-2*x) is exp(-u) for u = 2*x. Empty where there is no way.
std::vector<Bindings> match(const Expr& pattern, const Expr& e);

}  // namespace actlab::expr
