#include "app/widgets/figure.hpp"

#include "app/models/whole_file.hpp"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFileInfo>
#include <QMimeData>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <qcustomplot.h>

#include <array>

namespace actlab::widgets {

namespace {

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

constexpr auto kProgram = "Activation Lab";

bool paintOn(QPaintDevice& device, const Figure& figure, QSize size, double scale)
{
    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.scale(scale, scale);
    figure.paint(painter, size);
    return painter.end();
}

/// Null where there is no room.
QImage pixelsOf(const Figure& figure, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(Qt::white);
    QCPPainter painter;
    painter.begin(&image);
    figure.paint(painter, size);
    painter.end();
    return image;
}

QByteArray pngOf(const Figure& figure, QSize size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return pixelsOf(figure, size).save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svgOf(const Figure& figure, QSize size)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect({}, size));
    generator.setTitle(QString::fromLatin1(kProgram));
    return paintOn(generator, figure, size, 1) ? bytes : QByteArray();
}

QByteArray pdfOf(const Figure& figure, QSize size)
{
    constexpr int kDotsPerPoint = 10;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(figure.name);
    writer.setCreator(QString::fromLatin1(kProgram));
    writer.setResolution(72 * kDotsPerPoint);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(QSizeF(size), QPageSize::Point, {}, QPageSize::ExactMatch));
    return paintOn(writer, figure, size, kDotsPerPoint) ? bytes : QByteArray();
}

/// A format of pictures; `mime` is what it is called on the clipboard.
struct PictureFormat {
    const char *name, *title, *mime;
    QByteArray (*bytes)(const Figure& figure, QSize size);
};

constexpr std::array kPictures{
    PictureFormat{"png", QT_TRANSLATE_NOOP("Figure", "PNG picture, in pixels"), "image/png", pngOf},
    PictureFormat{"svg", QT_TRANSLATE_NOOP("Figure", "SVG drawing, sharp at any size"), "image/svg+xml", svgOf},
    PictureFormat{"pdf", QT_TRANSLATE_NOOP("Figure", "PDF page, for LaTeX"), "application/pdf", pdfOf}};

const models::ExportChoice* choiceCalled(const models::Exportable& figure, const char* name)
{
    const auto found = std::ranges::find(figure.choices, QLatin1String(name), &models::ExportChoice::name);
    return found == figure.choices.end() ? nullptr : &*found;
}

models::ExportChoice choiceOf(const PictureFormat& format, const Figure& figure)
{
    const auto draw = [figure, bytes = format.bytes](QSize size) -> models::Written {
        const QByteArray drawn = bytes(figure, size);
        if (drawn.isEmpty())
            return tl::unexpected(
                FigureWords::tr("There is no room in memory for a picture this large.").toStdString());
        return drawn.toStdString();
    };
    const QString name = QString::fromLatin1(format.name);
    return {name, FigureWords::tr(format.title), '.' + name, {}, draw};
}

}  // namespace

std::optional<QString> writeFigure(const Figure& figure, const QString& path, QSize size)
{
    const QFileInfo file(path);
    const QString suffix = file.suffix().toLower();
    const auto* format = std::ranges::find(kPictures, suffix, [](const auto& each) { return QString(each.name); });
    if (format == kPictures.end())
        return FigureWords::tr("A figure's name must end in .png, .svg or .pdf, not “%1”.").arg(file.fileName());
    const models::Written drawn = choiceOf(*format, figure).draw(size);
    if (!drawn)
        return QString::fromStdString(drawn.error());
    return models::writeWhole(path, {drawn->data(), static_cast<qsizetype>(drawn->size())});
}

models::Exportable exportableFigure(const Figure& figure)
{
    models::Exportable exportable{.kind = models::Exportable::Kind::Figure,
                                  .key = QStringLiteral("figure/") + figure.key,
                                  .group = FigureWords::tr("Figures"),
                                  .name = figure.name,
                                  .choices = {},
                                  .size = figure.size,
                                  .pixels = [figure](QSize size) { return pixelsOf(figure, size); }};
    for (const PictureFormat& format : kPictures)
        exportable.choices.push_back(choiceOf(format, figure));
    if (figure.csv)
        exportable.choices.push_back({QStringLiteral("csv"), FigureWords::tr("CSV table of the numbers"),
                                      QStringLiteral(".csv"), [csv = figure.csv] { return models::Written(csv()); }});
    return exportable;
}

bool copyPicture(const models::Exportable& figure, QSize size)
{
    auto* offer = new QMimeData;
    for (const PictureFormat& format : kPictures) {
        const models::ExportChoice* choice = choiceCalled(figure, format.name);
        if (const models::Written drawn = choice ? choice->draw(size) : tl::unexpected(std::string()))
            offer->setData(QString::fromLatin1(format.mime), QByteArray::fromStdString(*drawn));
    }
    const QImage image = figure.pixels(size);
    if (!image.isNull())
        offer->setImageData(image);
    QApplication::clipboard()->setMimeData(offer);
    return !image.isNull();
}

}  // namespace actlab::widgets
