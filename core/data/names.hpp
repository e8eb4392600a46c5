#pragma once

#include <string_view>

#include "core/data/dataset.hpp"

namespace actlab::data {

/// The row of dataSets() with this name, in any case; nullptr where there is none.
const DataSetInfo* findDataSet(std::string_view name);

/// Whether the set of this name asks for values; false where there is no such set.
bool isRegression(std::string_view name);

/// The name nearest by spelling, for "did you mean"; empty where none is near.
std::string_view nearestDataSet(std::string_view name);

}  // namespace actlab::data
