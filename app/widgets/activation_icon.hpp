#pragma once

#include <QPixmap>

#include "core/activation/activation.hpp"

namespace actlab::widgets {

inline constexpr QSize kActivationIconSize(28, 18);

/// The curve of an activation near 0 in one colour.
QPixmap activationIcon(const activation::Activation& activation, const QColor& colour, double devicePixelRatio);

}  // namespace actlab::widgets
