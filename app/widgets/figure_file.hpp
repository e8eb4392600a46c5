#pragma once

#include <QSize>
#include <QString>
#include <optional>

class QCustomPlot;

namespace actlab::widgets {

/// Writes a plot to a .png, .svg or .pdf of this size. The error is a sentence.
std::optional<QString> writeFigure(QCustomPlot& plot, const QString& path, QSize size);

}  // namespace actlab::widgets
