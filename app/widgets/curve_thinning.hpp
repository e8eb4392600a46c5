#pragma once

#include <QVector>

namespace actlab::widgets {

struct Polyline {
    QVector<double> x, y;  ///< x ascends; NaN in y is a gap
};

/// The line with as few of its points as draw the same picture: from none of those left out is the thinned
/// line farther than `tolerance` in y. Painting costs by the point, and a sampled curve has one a pixel.
Polyline thinned(const Polyline& line, double tolerance);

}  // namespace actlab::widgets
