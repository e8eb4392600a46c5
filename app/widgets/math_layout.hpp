#pragma once

#include <optional>

#include "app/widgets/math_box.hpp"
#include "core/expr/ast.hpp"

namespace actlab::widgets {

/// Above so many nodes, counted as a tree, a formula is not set: nobody reads it.
inline constexpr std::size_t kLongestMathematics = 2'500;

/// Sets an expression as mathematics: fractions, powers, roots, bars, cases. Pure geometry; nullopt where the
/// expression is too long.
std::optional<MathBox> layOut(const expr::Expr& e, const MathMeasure& measure, double em);

}  // namespace actlab::widgets
