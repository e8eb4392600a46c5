#pragma once

#include "core/analysis/formula_nodes.hpp"
#include "core/analysis/stability.hpp"

namespace actlab::analysis {

/// The part of the formula that is to blame for what fails at x: the first that is not finite, or has lost its
/// digits, while all that it is made of is sound; going back for the gradient, the first that spoils it.
std::size_t causeOf(const FormulaNodes& nodes, std::span<const double> parameters, double x, Precision precision,
                    Quantity quantity);

}  // namespace actlab::analysis
