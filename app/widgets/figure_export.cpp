#include "app/widgets/figure_export.hpp"

#include "app/widgets/curve_plot.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace actlab::widgets {

QString exportFigure(const CurvePlot& plot, const QString& name, QWidget* parent)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Figure", text); };
    QString path = QFileDialog::getSaveFileName(parent, tr("Export figure"), QString(name).replace('/', '-') + ".png",
                                                tr("Figures (*.png *.svg *.pdf)"));
    if (path.isEmpty())
        return {};
    if (QFileInfo(path).suffix().isEmpty())
        path += ".png";
    const auto error = plot.saveFigure(path, plot.size());
    return error.value_or(tr("Wrote %1.").arg(QDir::toNativeSeparators(path)));
}

}  // namespace actlab::widgets
