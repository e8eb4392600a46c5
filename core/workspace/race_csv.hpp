#pragma once

#include <string>

#include "core/nn/race.hpp"

namespace actlab::workspace {

/// One row an epoch: of each activation the mean of its counted runs and their deviation, test loss for values and
/// accuracy for classes; where a course is over, nothing. Numbers read back the same, in every locale.
std::string raceCsv(const nn::RaceResult& result);

}  // namespace actlab::workspace
