#include "app/widgets/figure_file.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSvgGenerator>
#include <qcustomplot.h>

namespace actlab::widgets {

namespace {

QString sentence(const char* text)
{
    return QCoreApplication::translate("Figure", text);
}

bool writeSvg(QCustomPlot& plot, const QString& path, QSize size)
{
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setSize(size);
    generator.setViewBox(QRect({}, size));
    generator.setTitle(QStringLiteral("Activation Lab"));
    QCPPainter painter;
    if (!painter.begin(&generator))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.fillRect(QRect({}, size), plot.palette().window());
    plot.toPainter(&painter, size.width(), size.height());
    return painter.end();
}

bool write(QCustomPlot& plot, const QString& path, const QString& suffix, QSize size)
{
    if (suffix == QLatin1String("svg"))
        return writeSvg(plot, path, size);
    if (suffix == QLatin1String("pdf"))
        return plot.savePdf(path, size.width(), size.height(), QCP::epAllowCosmetic,
                            QStringLiteral("Activation Lab"));
    return plot.savePng(path, size.width(), size.height());
}

}  // namespace

std::optional<QString> writeFigure(QCustomPlot& plot, const QString& path, QSize size)
{
    const QFileInfo file(path);
    const QString suffix = file.suffix().toLower();
    if (suffix != QLatin1String("png") && suffix != QLatin1String("svg") && suffix != QLatin1String("pdf"))
        return sentence("A figure's name must end in .png, .svg or .pdf, not “%1”.").arg(file.fileName());
    const QFileInfo folder(file.absolutePath());
    if (!folder.exists())
        return sentence("The folder “%1” does not exist.").arg(folder.filePath());
    if (!folder.isWritable() || !write(plot, path, suffix, size))
        return sentence("The figure “%1” cannot be written; is the folder read-only?").arg(path);
    return std::nullopt;
}

}  // namespace actlab::widgets
