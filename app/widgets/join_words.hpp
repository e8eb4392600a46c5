#pragma once

#include <QString>

#include "core/analysis/joins.hpp"

namespace actlab::widgets {

QString badgeOf(analysis::Join join);  ///< "jump", "kink", "C¹", "C²"

/// What the badge means, in numbers: how far the pieces are apart, or how their slopes differ.
QString sentenceOf(const analysis::PieceJoin& join);

bool wantsRepair(analysis::Join join);

}  // namespace actlab::widgets
