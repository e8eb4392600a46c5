#pragma once

#include <QString>
#include <optional>

namespace actlab::widgets {

/// With `decimals` places and a dot in every locale, for numbers that change where they stand.
QString fixedText(double value, int decimals);
/// Four places where that says something, a power of ten elsewhere; NaN and ∞ by name.
QString measureText(double value);
/// A share as per cent with one place, without the sign; NaN by name.
QString percentText(double share);
/// Reads what a person types: "0.03", "0,03", "3e-2", "3e−2"; nullopt where it is not one finite number.
std::optional<double> numberFrom(const QString& text);

}  // namespace actlab::widgets
