#pragma once

#include "app/cli/json_output.hpp"

#include "core/nn/race.hpp"

namespace actlab::cli {

/// One entry for each activation.
Json raceAsJson(const nn::RaceResult& result);
void printRace(const nn::RaceResult& result);

}  // namespace actlab::cli
