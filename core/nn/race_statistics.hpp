#pragma once

#include "core/nn/race.hpp"

namespace actlab::nn {

/// Of one run; more is better.
double qualityOf(const RaceRun& run, Measure measure);

}  // namespace actlab::nn
