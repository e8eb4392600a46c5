#pragma once

#include <vector>

#include "app/cli/json_output.hpp"

#include "core/analysis/activation_timing.hpp"

namespace actlab::cli {

/// A row for each size; null where PyTorch has no function of the same name.
Json jsonTimings(const std::vector<analysis::ActivationTiming>& timings);

}  // namespace actlab::cli
