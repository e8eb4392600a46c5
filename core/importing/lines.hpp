#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/expr/source_error.hpp"

namespace actlab::importing {

/// A statement of Python as it stands in the file: comments, and what continues a line, are spaces.
struct Line {
    std::size_t begin = 0;   ///< where the text stands in the file, in code points
    std::size_t indent = 0;  ///< columns; a tab reaches to the next multiple of eight
    std::u32string text;
    bool followsSemicolon = false;  ///< and so belongs to the block of the line before it
};

/// Cuts a file into statements, by brackets, backslashes, semicolons and quotes. Empty ones are left out.
expr::Result<std::vector<Line>> linesOf(const std::u32string& file);

}  // namespace actlab::importing
