#pragma once

#include "core/analysis/meet.hpp"

namespace actlab::analysis {

/// The cubic with these values and slopes at both ends (Hermite), in powers of the distance from the left one.
std::string cubicBetween(double a, const JoinSide& atA, double b, const JoinSide& atB);

Edited blendCubic(const PieceMap& pieces, const Meeting& meeting, double width);
Edited blendSoft(const PieceMap& pieces, const Meeting& meeting, double width);

}  // namespace actlab::analysis
