#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/expr/ast.hpp"

namespace actlab::activation {

/// A formula with something added to it, otherwise in its author's words: "x + 2" and -3 make "x - 1". A number
/// that the formula is, or that it adds, changes; where there is none, a new summand stands at the end.
std::string withAdded(std::string_view formula, const expr::Expr& summand);
std::string withAdded(std::string_view formula, double summand);

/// The number that withAdded would change: 2 of "x + 2", -2 of "x - 2", 5 of "5". Only one written in digits.
std::optional<double> addedNumber(std::string_view formula);

/// The number with the fewest digits, 12 at most, within 1e-14 of `value`, or 1e-14 of `scale` where that is more:
/// what the rounding of a subtraction leaves behind is left out. `value` itself where there is none.
double tidy(double value, double scale = 0);

}  // namespace actlab::activation
