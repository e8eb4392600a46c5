#pragma once

#include <QImage>
#include <QPainterPath>
#include <QString>
#include <optional>

namespace actlab::widgets {

/// The outline in black on white, with a margin, `scale` pixels to one.
QImage formulaImage(const QPainterPath& outline, double scale);
/// Writes it to a .png, .svg or .pdf; the last two as outlines that stay sharp. The error is a sentence.
std::optional<QString> writeFormula(const QPainterPath& outline, const QString& path);

}  // namespace actlab::widgets
