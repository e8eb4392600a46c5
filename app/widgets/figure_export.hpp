#pragma once

#include <QString>

class QWidget;

namespace actlab::widgets {

class CurvePlot;

/// Asks for a file and writes the plot there. Returns what to say about it; empty where the person changed
/// their mind.
QString exportFigure(const CurvePlot& plot, const QString& name, QWidget* parent);

}  // namespace actlab::widgets
