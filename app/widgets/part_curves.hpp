#pragma once

#include <vector>

#include "app/models/compose_part.hpp"
#include "app/widgets/curve_plot.hpp"

namespace actlab::widgets {

/// The curves and, above them, that of the part pointed at: whole where it always counts, else thin and dashed where
/// other pieces are chosen.
std::vector<PlottedCurve> withPart(std::vector<PlottedCurve> curves, const models::ComposePart* part,
                                   analysis::Interval x, int pixels);

}  // namespace actlab::widgets
