#pragma once

#include <QString>

namespace actlab::widgets {

/// A number as a person reads it: at most `digits` significant digits, a true minus sign, ∞ by its sign,
/// "undefined" for NaN. The same in every locale.
QString numberText(double value, int digits = 4);

}  // namespace actlab::widgets
