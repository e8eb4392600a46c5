#pragma once

#include <string_view>

namespace actlab::models {

/// Whether a formula has taken another one's place, rather than being that one with something typed, dragged or
/// edited: more or less of it, or other numbers in it, are no other formula.
bool isAnotherFormula(std::string_view before, std::string_view now);

}  // namespace actlab::models
