#pragma once

#include "core/analysis/member_fit.hpp"

namespace actlab::analysis {

/// The same member, as near as makes no difference (3 %, and 1e-10 of the height), in numbers that people like to
/// read: b positive, coefficients that are 0 or 1 where they may be, and few digits elsewhere.
Coefficients tidied(const activation::Activation& f, const Coefficients& member, const FitPoints& points);

/// How many coefficients a formula must show.
int shownCoefficients(const Coefficients& member);

/// "1.2*gelu(0.8*x - 0.3) + 0.1*x - 0.5"; `f` is called by its name.
std::string memberText(std::string_view f, const Coefficients& member);
/// "1.2*x - 0.5"
std::string lineText(double slope, double level);

}  // namespace actlab::analysis
