#pragma once

#include <cstddef>

#include "core/data/dataset.hpp"
#include "core/data/random.hpp"

namespace actlab::data {

// Two-dimensional points and their class as TensorFlow Playground makes them (dataset.ts, Apache-2.0, whose
// recipes these follow): class 1 is its label +1, class 0 its −1. `noise` is 0 to 0.5. Points come in the
// order in which they are made; load() shuffles them.

/// A disc of radius 2.5 (class 1) in a ring from 3.5 to 5. Noise moves the label, not the point.
Table circle(std::size_t samples, double noise, Random& random);
/// The four quadrants, 0.3 away from the axes; class 1 where x and y have one sign. Noise moves the label.
Table exclusiveOr(std::size_t samples, double noise, Random& random);
/// Two clouds around (2, 2), class 1, and (−2, −2); noise 0 to 0.5 is variance 0.5 to 4.
Table twoGaussians(std::size_t samples, double noise, Random& random);
/// Two arms of 1.75 turns, out to radius 5. Noise moves the points.
Table spiral(std::size_t samples, double noise, Random& random);

// Values over the plane, likewise of the Playground: x and y in [−6, 6). Noise moves the place whose value is told by
// as much as the plane is wide, not the point.

/// A tilted plane: (x + y)/10.
Table plane(std::size_t samples, double noise, Random& random);
/// Six cones of radius 2, three up to 1 and three down to −1; 0 between them.
Table multiGauss(std::size_t samples, double noise, Random& random);

/// Two half circles that reach into one another, as scikit-learn's make_moons, 3.5 times as large and
/// centred, so that they fill the Playground's square. Noise is the standard deviation before scaling.
Table moons(std::size_t samples, double noise, Random& random);

/// y = sin(x) for x in [−6, 6); noise is the standard deviation of what is added to y.
Table sine(std::size_t samples, double noise, Random& random);

/// A grey value as a bad scanner sees it; it stays within 0 and 1.
float shakenGrey(float grey, double noise, Random& random);

}  // namespace actlab::data
