#pragma once

#include <span>
#include <string>

#include "core/analysis/interval.hpp"
#include "core/analysis/verdicts.hpp"

namespace actlab::analysis {

/// Five significant digits; "infinity", "undefined".
std::string wordFor(double number);
/// "12.5 %", "less than 0.1 %".
std::string percentText(double share);
/// "one kink", "3 kinks", "no kinks".
std::string countOf(std::size_t number, const std::string& noun);
/// "at 0", "from 1 to 2", "above 2", "below -3", "everywhere".
std::string whereText(Interval interval);
/// The same for several, the first few of them listed.
std::string whereText(std::span<const Interval> intervals);

// The verdicts on each topic.
std::vector<Verdict> smoothnessVerdicts(const Report& report);
std::vector<Verdict> gradientVerdicts(const activation::Activation& activation, const Report& report,
                                      const std::optional<GradientCheck>& autograd);
std::vector<Verdict> stabilityVerdicts(const Report& report);
std::vector<Verdict> characterVerdicts(const Report& report);
std::vector<Verdict> deepNetworkVerdicts(const Report& report);
std::vector<Verdict> knownAsVerdicts(const Report& report);
std::vector<Verdict> costVerdicts(const Report& report);

}  // namespace actlab::analysis
