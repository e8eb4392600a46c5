#pragma once

#include <QPainterPath>

#include "app/widgets/math_box.hpp"

namespace actlab::widgets {

/// Measures the serif type that outlineOf() draws with.
MathExtent mathExtent(const QString& glyphs, MathFace face, double em);

/// The outline of set mathematics, to be filled: sharp at every scale, and the same on screen, in SVG and in PDF,
/// whatever fonts the reader has.
QPainterPath outlineOf(const MathBox& box);

}  // namespace actlab::widgets
