#include "app/widgets/checks_report.hpp"

#include "app/models/whole_file.hpp"
#include "app/widgets/checks_report_html.hpp"
#include "app/widgets/save_dialog.hpp"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(ChecksReport)
};

std::optional<QByteArray> pdfOf(const ChecksReport& report)
{
    constexpr int kResolution = 300, kMarginMm = 14;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(report.name);
        writer.setCreator(QStringLiteral("Activation Lab"));
        writer.setResolution(kResolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
        if (!report.paint(writer))
            return std::nullopt;
    }
    return bytes;
}

}  // namespace

double layOutOnPage(QTextDocument& document, QSizeF page)
{
    constexpr double kNarrowest = 700, kWidest = 2'000, kStep = 1.04;
    double width = kNarrowest;
    do {
        document.setTextWidth(width);
        width *= kStep;
    } while (width < kWidest && document.size().height() * page.width() > document.size().width() * page.height());
    return std::min(page.width() / document.size().width(), page.height() / document.size().height());
}

QString ChecksReport::html() const
{
    return checksHtml(*this);
}

bool ChecksReport::paint(QPagedPaintDevice& device) const
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    QTextDocument document;
    document.setDefaultFont(reportFont());
    document.setDocumentMargin(0);
    document.setHtml(html());
    const QRectF page(QPointF(), QSizeF(painter.viewport().size()));
    const double scale = layOutOnPage(document, page.size());
    painter.scale(scale, scale);
    document.drawContents(&painter);
    return painter.end();
}

std::optional<QString> ChecksReport::save(const QString& path) const
{
    const QFileInfo file(path);
    const QString suffix = file.suffix().toLower();
    if (suffix == QLatin1String("html"))
        return models::writeWhole(path, html().toUtf8());
    if (suffix != QLatin1String("pdf"))
        return ReportWords::tr("A report's name must end in .pdf or .html, not “%1”.").arg(file.fileName());
    const auto pdf = pdfOf(*this);
    return pdf ? models::writeWhole(path, *pdf) : ReportWords::tr("The report could not be drawn.");
}

QString saveReport(const ChecksReport& report, QWidget* parent)
{
    const QString path =
        askWhereToSave({ReportWords::tr("Save report"), QString(report.name).replace('/', '-') + ".pdf",
                        ReportWords::tr("Reports (*.pdf *.html)"), "pdf"},
                       parent);
    if (path.isEmpty())
        return {};
    return report.save(path).value_or(ReportWords::tr("Wrote %1.").arg(QDir::toNativeSeparators(path)));
}

QString printReport(const ChecksReport& report, QWidget* parent)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(report.name);
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    return report.paint(printer) ? ReportWords::tr("The report is on its way to the printer.")
                                 : ReportWords::tr("The report could not be printed.");
}

}  // namespace actlab::widgets
