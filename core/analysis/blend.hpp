#pragma once

#include "core/analysis/meet.hpp"

namespace actlab::analysis {

Edited blendCubic(const PieceMap& pieces, const Meeting& meeting, double width);
Edited blendSoft(const PieceMap& pieces, const Meeting& meeting, double width);

}  // namespace actlab::analysis
