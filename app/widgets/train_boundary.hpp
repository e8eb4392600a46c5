#pragma once

#include <QLineF>
#include <vector>

#include "core/nn/train.hpp"

namespace actlab::widgets {

/// Where the answer of a picture over the plane changes its sign, as line pieces in the plane's coordinates
/// (marching squares). Cells with a corner that is not finite are left out.
std::vector<QLineF> zeroLine(const nn::Picture& picture);

}  // namespace actlab::widgets
