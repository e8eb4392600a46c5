#pragma once

#include <QString>
#include <span>

#include "core/analysis/interval.hpp"

namespace actlab::widgets {

/// A stretch of the line as a condition on x: "−1 < x < 1", "x > 88.7"; "everywhere" for the whole line.
QString stretchText(const analysis::Interval& stretch);
/// Several of them, the first ones in words and of more than three the number of the others.
QString stretchesText(std::span<const analysis::Interval> stretches);

}  // namespace actlab::widgets
