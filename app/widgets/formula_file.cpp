#include "app/widgets/formula_file.hpp"

#include "app/widgets/theme.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace actlab::widgets {

namespace {

constexpr double kMargin = kSpace;
constexpr double kImageScale = 4;

QSizeF sizeOf(const QPainterPath& outline)
{
    return outline.boundingRect().size() + QSizeF(2 * kMargin, 2 * kMargin);
}

bool draw(const QPainterPath& outline, QPaintDevice& device, double scale)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(QPointF(kMargin, kMargin) - outline.boundingRect().topLeft());
    painter.fillPath(outline, Qt::black);
    return painter.end();
}

bool writeSvg(const QPainterPath& outline, const QString& path)
{
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setTitle(QStringLiteral("Activation Lab"));
    const QSize size = sizeOf(outline).toSize() + QSize(1, 1);
    generator.setSize(size);
    generator.setViewBox(QRect({}, size));
    return draw(outline, generator, 1);
}

bool writePdf(const QPainterPath& outline, const QString& path)
{
    constexpr int kDotsPerPoint = 10;
    QPdfWriter writer(path);
    writer.setTitle(QStringLiteral("Activation Lab"));
    writer.setResolution(72 * kDotsPerPoint);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(sizeOf(outline), QPageSize::Point));
    return draw(outline, writer, kDotsPerPoint);
}

bool write(const QPainterPath& outline, const QString& path, const QString& suffix)
{
    if (suffix == QLatin1String("svg"))
        return writeSvg(outline, path);
    if (suffix == QLatin1String("pdf"))
        return writePdf(outline, path);
    return formulaImage(outline, kImageScale).save(path, "PNG");
}

}  // namespace

QImage formulaImage(const QPainterPath& outline, double scale)
{
    QImage image((sizeOf(outline) * scale).toSize() + QSize(1, 1), QImage::Format_RGB32);
    image.fill(Qt::white);
    draw(outline, image, scale);
    return image;
}

std::optional<QString> writeFormula(const QPainterPath& outline, const QString& path)
{
    const auto sentence = [](const char* text) { return QCoreApplication::translate("Formula", text); };
    const QFileInfo file(path);
    const QString suffix = file.suffix().toLower();
    if (suffix != QLatin1String("png") && suffix != QLatin1String("svg") && suffix != QLatin1String("pdf"))
        return sentence("A formula's file must end in .png, .svg or .pdf, not “%1”.").arg(file.fileName());
    if (!QFileInfo(file.absolutePath()).isWritable() || !write(outline, path, suffix))
        return sentence("The formula “%1” cannot be written; is the folder there, and not read-only?").arg(path);
    return std::nullopt;
}

}  // namespace actlab::widgets
