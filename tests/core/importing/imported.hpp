#pragma once

#include <string>

#include "core/importing/python.hpp"

namespace actlab::importing {

/// The formula of the only function in the text, or "line:column: message" of what is wrong.
std::string formulaOf(const std::string& python);
/// The formula of `def f(x):` with this body; \n parts lines, which are indented here.
std::string formulaOfBody(const std::string& body);
/// The only function in the text; a failure of the test where there is none.
ImportedFunction functionIn(const std::string& python);

}  // namespace actlab::importing
