#pragma once

#include <array>
#include <string_view>

#include "core/data/dataset.hpp"

namespace actlab::data {

/// In the order of Task.
inline constexpr std::array<std::string_view, 2> kTaskWords{"classification", "regression"};

/// The row of dataSets() or ownDataSets() with this name, in any case; nullptr where there is none.
const DataSetInfo* findDataSet(std::string_view name);

/// Whether the person brings the data: the name is of ownDataSets().
bool isOwn(const DataSpec& spec);

/// Whether the data ask for values; false where there is no such set.
bool isRegression(const DataSpec& spec);

/// The name nearest by spelling, for "did you mean"; empty where none is near.
std::string_view nearestDataSet(std::string_view name);

}  // namespace actlab::data
