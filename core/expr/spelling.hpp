#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace actlab::expr {

/// The name nearest to what was typed, by the fewest letters to insert, drop, change or swap; empty where
/// nothing is near enough to be meant.
std::string nearestName(std::string_view typed, const std::vector<std::string>& names);

}  // namespace actlab::expr
