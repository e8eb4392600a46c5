#pragma once

#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"
#include "core/analysis/switches.hpp"

namespace actlab::analysis {

struct SwitchPoints {
    std::vector<double> x;  ///< ascending
    bool complete = true;   ///< false where there were more than are listed: those nearest the middle are
};

/// Where the switches of a formula switch at these parameters: exact for quantities that are lines.
SwitchPoints switchPoints(const std::vector<Switch>& switches, std::span<const activation::Parameter> parameters,
                          Interval interval);

}  // namespace actlab::analysis
