#pragma once

#include <vector>

#include "core/expr/ast.hpp"

namespace actlab::analysis {

/// Something on which a formula decides: it may change its mind where `quantity` is zero, or, where it counts
/// steps, where `quantity` is any whole number.
struct Switch {
    expr::Expr quantity;
    bool atEveryInteger = false;
};

/// All of them, at any depth: sides of comparisons, arguments of abs, floor, max …, and where a function ends
/// (log, asin) or has a pole (a quotient, tan). Those that do not depend on x are left out.
std::vector<Switch> switchesOf(const expr::Expr& e);

}  // namespace actlab::analysis
