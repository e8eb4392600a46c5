#pragma once

#include <QMenu>

#include "app/models/compose_pieces.hpp"

namespace actlab::widgets {

/// What can be done at a knot: repairs of what is not smooth there, the boundary point, merging.
void fillKnotMenu(QMenu& menu, models::ComposePieces& pieces, std::size_t knot);

/// What can be done away from the knots, at x.
void fillPlaceMenu(QMenu& menu, models::ComposePieces& pieces, double x);

}  // namespace actlab::widgets
