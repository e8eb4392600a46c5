#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/activation/pieces.hpp"

namespace actlab::activation {

/// A right formula with other rows: piecesOf(rewrite(formula, rows)) == rows wherever formulaOf(rows) reads so too.
/// What stays of its rows, and the spaces and the kind of conditional around them, stays as the author spelled it.
std::string rewrite(std::string_view formula, const std::vector<PieceText>& rows);

/// The text with the part that `words` views, which must lie in it, replaced.
std::string withWords(std::string_view text, std::string_view words, std::string_view replacement);

}  // namespace actlab::activation
