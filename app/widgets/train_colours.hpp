#pragma once

#include <QColor>
#include <cstddef>

#include "app/widgets/theme.hpp"

namespace actlab::widgets {

/// Orange and blue for the first two classes, which every kind of colour vision tells apart; curve colours for more.
QColor classColour(std::size_t number, std::size_t classes, const Theme& theme);

/// What the background shows for an answer between −1 (first class) and 1 (second class): paler than the
/// points, so that these stay visible on ground of their own colour. `strongest` is the share of colour at ±1.
QColor answerColour(double answer, const Theme& theme, double strongest = 0.55);

/// `share` of `a` and the rest of `b`.
QColor mixed(const QColor& a, const QColor& b, double share);

}  // namespace actlab::widgets
