#include "app/widgets/checks_report_html.hpp"

#include "app/widgets/checks_pictures.hpp"
#include "app/widgets/checks_report.hpp"
#include "app/widgets/checks_sign.hpp"
#include "app/widgets/curve_plot.hpp"
#include "app/widgets/formula_file.hpp"
#include "app/widgets/math_layout.hpp"
#include "app/widgets/math_outline.hpp"
#include "app/widgets/math_reading.hpp"
#include "app/widgets/number_text.hpp"
#include "app/widgets/sentence.hpp"
#include "app/widgets/theme.hpp"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>

namespace actlab::widgets {

namespace {

constexpr double kDots = 3;  // pixels of a picture for one of the page

struct PageWords {
    Q_DECLARE_TR_FUNCTIONS(ChecksReport)
};

QString imageTag(const QImage& image, const QString& words)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return QStringLiteral("<img src=\"data:image/png;base64,%1\" width=\"%2\" height=\"%3\" alt=\"%4\">")
        .arg(QString::fromLatin1(bytes.toBase64()))
        .arg(qRound(image.width() / kDots))
        .arg(qRound(image.height() / kDots))
        .arg(words.toHtmlEscaped());
}

template <class Paint>
QImage painted(QSize size, Paint paint)
{
    QImage image(size * kDots, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kDots, kDots);
    painter.setFont(reportFont());
    paint(painter, QRectF(QPointF(), QSizeF(size)));
    return image;
}

QString formulaTag(const QString& formula)
{
    constexpr double kEm = 20;
    const auto read = readForDisplay(formula);
    const auto box = read ? layOut(*read, mathExtent, kEm) : std::nullopt;
    constexpr double kWidest = 640;
    if (!box || box->width > kWidest)
        return {};
    return "<p>" + imageTag(formulaImage(outlineOf(*box), kDots), formula) + "</p>";
}

QString curvesTag(const ChecksReport& report)
{
    constexpr QSize kSize(660, 230);
    CurvePlot plot;
    plot.setPalette(paletteOf(lightTheme()));
    plot.setFont(reportFont());
    plot.resize(kSize);
    plot.setView(report.x, report.y);
    const auto& activation = *report.checked->activation;
    plot.show(
        {{report.name, 0, analysis::sampleCurves(activation, report.x, kSize.width(), 1), {true, true, false}}});
    QImage image(kSize * kDots, QImage::Format_RGB32);
    image.setDevicePixelRatio(kDots);
    image.fill(Qt::white);
    plot.render(&image);
    return "<p>" + imageTag(image, PageWords::tr("The curves of f and f′")) + "</p>";
}

QString stabilityTag(const analysis::Report& report)
{
    return imageTag(painted({320, 120},
                            [&](QPainter& painter, const QRectF& rect) {
                                paintStability(painter, rect, report.stability, lightTheme());
                            }),
                    PageWords::tr("Where each number format fails"));
}

QString deepTag(const analysis::Report& report)
{
    return imageTag(
        painted({320, 120}, [&](QPainter& painter,
                                const QRectF& rect) { paintDeepNetwork(painter, rect, report.deep, lightTheme()); }),
        PageWords::tr("Variance of signal and gradient in 50 layers"));
}

QString signTag(analysis::Severity severity)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>")
        .arg(colourOf(severity, lightTheme()).name(), wordFor(severity).toHtmlEscaped());
}

QString verdictRow(const QString& title, const analysis::Verdict& verdict)
{
    QString words = asSentence(verdict.sentence).toHtmlEscaped();
    if (!verdict.cure.empty())
        words += ' ' + PageWords::tr("Cure: write %1")
                           .arg("<code>" + QString::fromStdString(verdict.cure).toHtmlEscaped() + "</code>");
    return QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2&nbsp;&nbsp;</td><td>%3</td></tr>")
        .arg(title.toHtmlEscaped(), signTag(verdict.severity), words);
}

QString verdictTable(const std::vector<analysis::Verdict>& verdicts)
{
    QString rows;
    std::string_view last;
    for (const analysis::Verdict& verdict : verdicts) {
        const std::string_view title = titleOf(verdict.topic);
        const QString shown = QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size()));
        rows += verdictRow(title == last ? QString() : shown, verdict);
        last = title;
    }
    return "<table cellspacing=\"0\" cellpadding=\"2\">" + rows + "</table>";
}

QString parametersText(const activation::Activation& activation)
{
    QStringList values;
    for (const activation::Parameter& parameter : activation.parameters())
        values.append(QString::fromStdString(parameter.name) + " = " + numberText(parameter.value));
    return values.join(", ");
}

QString formulaParagraph(const activation::Activation& activation)
{
    QString text =
        "f(x) = <code>" + QString::fromStdString(activation.definition().formula).toHtmlEscaped() + "</code>";
    if (const QString values = parametersText(activation); !values.isEmpty())
        text += ' ' + PageWords::tr("with %1").arg(values.toHtmlEscaped());
    if (activation.hasOwnGradient())
        text +=
            "<br>" +
            PageWords::tr("Gradient used in training: %1")
                .arg("<code>" + QString::fromStdString(activation.definition().gradient).toHtmlEscaped() + "</code>");
    return "<p>" + text + "</p>";
}

}  // namespace

QFont reportFont()
{
    constexpr int kPixels = 12;
    QFont font = scaledFont(1);
    font.setPixelSize(kPixels);
    return font;
}

QString checksHtml(const ChecksReport& report)
{
    const models::Checked& checked = *report.checked;
    const auto& obstacle = checked.report.obstacle;
    const QString headline =
        obstacle ? PageWords::tr("It cannot train: %1").arg(asSentence(*obstacle)) : PageWords::tr("It can train.");
    return QStringLiteral("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1</title><style>"
                          "body { background: white; color: black; font-family: sans-serif; font-size: 12px; "
                          "max-width: 720px; } td { vertical-align: top; }</style></head><body><h2>%1</h2>")
               .arg(report.name.toHtmlEscaped()) +
           formulaTag(QString::fromStdString(checked.activation->definition().formula)) +
           formulaParagraph(*checked.activation) + "<p><b>" + headline.toHtmlEscaped() + "</b></p>" +
           curvesTag(report) + verdictTable(checked.verdicts) + "<p>" + stabilityTag(checked.report) +
           "&nbsp;&nbsp;" + deepTag(checked.report) + "</p><p>" +
           PageWords::tr("Checked by Activation Lab %1.")
               .arg(QCoreApplication::applicationVersion())
               .toHtmlEscaped() +
           "</p></body></html>";
}

}  // namespace actlab::widgets
