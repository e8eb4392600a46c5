#pragma once

#include <nlohmann/json.hpp>

#include "core/workspace/json_reader.hpp"

#include "core/data/dataset.hpp"

namespace actlab::workspace {

/// Which data, as documents hold it; painted points too.
nlohmann::json dataToJson(const data::DataSpec& spec);

data::DataSpec readData(const JsonReader& from);

}  // namespace actlab::workspace
