#pragma once

#include <QColor>
#include <cstddef>

class QCPScatterStyle;

namespace actlab::widgets {

struct Theme;

/// Training points are filled, test points are rings.
QCPScatterStyle trainPoints(const QColor& colour, const Theme& theme);
QCPScatterStyle testPoints(const QColor& colour, const Theme& theme);

/// More points than this are not drawn: they would hide the picture and cost the frame.
inline constexpr std::size_t kMostPointsDrawn = 3000;

}  // namespace actlab::widgets
