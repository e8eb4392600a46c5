#pragma once

#include <string>
#include <vector>

#include "core/data/dataset.hpp"

namespace actlab::data {

/// "150 rows, 120 to train and 30 to test; 4 inputs; 3 classes.", then the remarks.
std::vector<std::string> describe(const Dataset& data);

/// The square or stretch from −reach to reach that pictures of one or two inputs show: 6, within which all made sets
/// lie, and of a table as much as its numbers take.
double reachOf(const Dataset& data);

}  // namespace actlab::data
