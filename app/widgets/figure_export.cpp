#include "app/widgets/figure_export.hpp"

#include "app/widgets/curve_plot.hpp"
#include "app/widgets/save_dialog.hpp"

#include <QCoreApplication>
#include <QDir>

namespace actlab::widgets {

QString exportFigure(const CurvePlot& plot, const QString& name, QWidget* parent)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Figure", text); };
    const QString path = askWhereToSave(
        {tr("Export figure"), QString(name).replace('/', '-') + ".png", tr("Figures (*.png *.svg *.pdf)"), "png"},
        parent);
    if (path.isEmpty())
        return {};
    const auto error = plot.saveFigure(path, plot.size());
    return error.value_or(tr("Wrote %1.").arg(QDir::toNativeSeparators(path)));
}

}  // namespace actlab::widgets
