#pragma once

#include <string>

#include <tl/expected.hpp>

#include "core/analysis/piece_map.hpp"

namespace actlab::analysis {

/// A definition after an edit, or the sentence that says why it cannot be done. Only what the edit touches is
/// written anew; the rest stays as its author spelled it. Edits find their join by its x as joinsOf tells it.
using Edited = tl::expected<activation::Definition, std::string>;
/// The same as the pieces it makes.
using EditedPieces = tl::expected<PieceMap, std::string>;

/// A knot at x more and a piece more: the function stays what it was. Works on formulas without pieces too.
Edited split(const PieceMap& pieces, double x);

enum class Side { Left, Right };

/// The formula of the piece on side `kept` of a join holds wherever that of the other did; one piece less.
Edited merge(const PieceMap& pieces, double knot, Side kept);

/// A knot and all conditions that name it at another x, which is brought back where it would reach a neighbouring
/// knot: the order of the pieces stays. A knot that is a parameter moves by that parameter's value.
Edited moveKnot(const PieceMap& pieces, double knot, double x);
EditedPieces withKnotMoved(const PieceMap& pieces, double knot, double x);
bool canMoveKnot(const PieceMap& pieces, double knot);

/// Gives the boundary point to the other piece: `<` becomes `<=`.
Edited toggleEnd(const PieceMap& pieces, double knot);

}  // namespace actlab::analysis
