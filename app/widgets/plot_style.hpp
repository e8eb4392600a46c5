#pragma once

#include "app/widgets/theme.hpp"

class QCustomPlot;
class QCPAxis;

namespace actlab::widgets {

/// Gives a plot our look: surface, faint grid, stronger zero lines, ticks outside, legend. QCustomPlot
/// ignores palettes, so call it again when palette or font change.
void stylePlot(QCustomPlot& plot, const Theme& theme, const QFont& font);

}  // namespace actlab::widgets
