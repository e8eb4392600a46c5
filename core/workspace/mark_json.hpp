#pragma once

#include <nlohmann/json.hpp>

#include "core/nn/mark.hpp"
#include "core/workspace/json_reader.hpp"

namespace actlab::workspace {

nlohmann::json marksToJson(const std::vector<nn::Mark>& marks);
std::vector<nn::Mark> readMarks(const JsonReader& from);

}  // namespace actlab::workspace
