#pragma once

#include <QPointF>
#include <vector>

#include "core/analysis/curve.hpp"

namespace actlab::widgets {

/// Where a curve's dots stand: closed on values it takes, open on limits it does not reach.
struct CurveDots {
    std::vector<QPointF> closed, open, kinks;
};

/// Dots of f (order 0) or of the gradient used (order 1). Non-finite ones are left out.
CurveDots dotsOf(const analysis::CurveSet& curves, int order);

}  // namespace actlab::widgets
