#pragma once

#include "core/analysis/piece_edit.hpp"

namespace actlab::analysis {

/// The definition with other rows, if that is a right one.
Edited withRows(const activation::Activation& activation, const std::vector<activation::PieceText>& rows);
/// The definition itself, if it is a right one.
Edited checked(activation::Definition definition);

/// An activation at which to look again after an edit.
activation::ActivationPtr made(const activation::Definition& definition);

tl::unexpected<std::string> cannot(std::string sentence);
/// "There is no knot at x = 2; there are knots at 0 and 1."
tl::unexpected<std::string> noKnotAt(double x, const std::vector<PieceJoin>& joins);

}  // namespace actlab::analysis
