#pragma once

namespace actlab::widgets {

/// The next of 10, 20, 50, 100, … that is not less.
double niceAbove(double value);

}  // namespace actlab::widgets
