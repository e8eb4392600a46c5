#pragma once

#include <string_view>

#include "core/data/dataset.hpp"

#include "core/expr/ast.hpp"

namespace actlab::data {

/// Reads a formula in x and y; catalogue activations may be called by name. Any other name is an error at its place.
expr::Result<expr::Expr> readPlaneFormula(std::string_view text);

/// Classes for a condition ("y > sin(3*x)"), else values.
Task guessTask(const expr::Expr& formula);

/// load() for a formula. Points are drawn evenly from −6 to 6, those left out where the formula has no finite value.
/// A formula of values without y is a curve over x. Noise moves the place that is judged, as in plane(), and is added
/// to the values of a curve.
Result<Dataset> loadFormula(const DataSpec& spec, const IsOver& isOver = {});

}  // namespace actlab::data
