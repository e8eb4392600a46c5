#pragma once

#include <string>
#include <string_view>

namespace actlab::exporting {

/// Text for LaTeX in which nothing is a command; letters beyond ASCII stay as they are.
std::string latexText(std::string_view text);

}  // namespace actlab::exporting
