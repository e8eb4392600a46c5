#pragma once

#include "core/analysis/piece_edit.hpp"

namespace actlab::analysis {

/// The definition with other rows, right or wrong.
activation::Definition rewritten(const activation::Activation& activation,
                                 const std::vector<activation::PieceText>& rows);
/// The same, if it is a right one.
Edited withRows(const activation::Activation& activation, const std::vector<activation::PieceText>& rows);
/// The definition itself, if it is a right one.
Edited checked(activation::Definition definition);

/// The activation of an edited definition, to be looked at again, or what is wrong with it.
tl::expected<activation::ActivationPtr, std::string> madeFrom(const activation::Definition& definition);
/// The same of one that is known to be right.
activation::ActivationPtr made(const activation::Definition& definition);

/// What an edit that has read its pieces anew makes.
Edited definitionOf(const EditedPieces& edited);

tl::unexpected<std::string> cannot(std::string sentence);
/// "There is no knot at x = 2; there are knots at 0 and 1."
tl::unexpected<std::string> noKnotAt(double x, const std::vector<PieceJoin>& joins);

}  // namespace actlab::analysis
