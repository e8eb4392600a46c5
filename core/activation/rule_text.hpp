#pragma once

#include <string>
#include <string_view>

#include "core/expr/match.hpp"

namespace actlab::activation {

/// The text of a rule with its one-letter names replaced by what they stand for, in the author's own words where
/// `formula` holds them, and in brackets where the surroundings ask for them.
std::string spelledOut(std::string_view rule, const expr::Bindings& meaning, std::string_view formula);

}  // namespace actlab::activation
