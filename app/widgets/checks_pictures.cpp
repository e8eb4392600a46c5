#include "app/widgets/checks_pictures.hpp"

#include "app/widgets/theme.hpp"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::widgets {

namespace {

using namespace analysis;

struct PictureWords {
    Q_DECLARE_TR_FUNCTIONS(ChecksPictures)
};

QString powerOfTen(int exponent)
{
    constexpr std::array<const char16_t*, 10> kRaised{u"⁰", u"¹", u"²", u"³", u"⁴", u"⁵", u"⁶", u"⁷", u"⁸", u"⁹"};
    QString raised;
    for (const QChar digit : QString::number(std::abs(exponent)))
        raised += QString::fromUtf16(kRaised[static_cast<std::size_t>(digit.digitValue())]);
    return exponent == 0 ? QStringLiteral("1") : QStringLiteral("10") + (exponent < 0 ? "⁻" : "") + raised;
}

/// Axes for variances by layer: decades up, layers to the right.
class LayerAxes {
public:
    LayerAxes(const QPainter& painter, const QRectF& rect, const DeepNetwork& deep)
        : m_layers(static_cast<double>(deep.signal.measured.size()) - 1)
    {
        for (const Passage* passage : {&deep.signal, &deep.gradient})
            for (const auto* series : {&passage->predicted, &passage->measured})
                for (const double variance : *series) {
                    m_low = std::min(m_low, decade(variance));
                    m_high = std::max(m_high, decade(variance));
                }
        m_low = std::floor(m_low);
        m_high = std::ceil(m_high);
        const QFontMetricsF metrics(painter.font());
        m_plot =
            rect.adjusted(metrics.horizontalAdvance("10⁻⁰⁰") + 8, 1.2 * metrics.height(), -2, -1.2 * metrics.height());
    }

    QPointF at(double layer, double variance) const
    {
        return {m_plot.left() + m_plot.width() * layer / m_layers, y(decade(variance))};
    }

    void paint(QPainter& painter, const Theme& theme) const
    {
        const int step = std::max(1, static_cast<int>((m_high - m_low) / 4));
        for (int each = step * static_cast<int>(m_low / step); each <= m_high; each += step) {
            painter.setPen(each == 0 ? theme.zeroLine : theme.grid);
            painter.drawLine(QPointF(m_plot.left(), y(each)), QPointF(m_plot.right(), y(each)));
            painter.setPen(theme.mutedText);
            painter.drawText(QRectF(0, y(each) - 20, m_plot.left() - 4, 40), Qt::AlignRight | Qt::AlignVCenter,
                             powerOfTen(each));
        }
        const QRectF below(m_plot.left(), m_plot.bottom() + 2, m_plot.width(), 40);
        painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, QStringLiteral("0"));
        painter.drawText(below, Qt::AlignHCenter | Qt::AlignTop, PictureWords::tr("layer"));
        painter.drawText(below, Qt::AlignRight | Qt::AlignTop, QString::number(m_layers));
    }

private:
    static double decade(double variance)
    {
        constexpr double kFarthest = 40;
        return std::isnan(variance) ? 0 : std::clamp(std::log10(variance), -kFarthest, kFarthest);
    }
    double y(double decade) const { return m_plot.bottom() - m_plot.height() * (decade - m_low) / (m_high - m_low); }

    QRectF m_plot;
    double m_layers, m_low = -1, m_high = 1;
};

void paintPassage(QPainter& painter, const LayerAxes& axes, const Passage& passage, const QColor& colour)
{
    QPolygonF line;
    for (std::size_t layer = 0; layer < passage.predicted.size(); ++layer)
        line.append(axes.at(static_cast<double>(layer), passage.predicted[layer]));
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (std::size_t layer = 0; layer < passage.measured.size(); layer += 2)
        if (std::isfinite(passage.measured[layer]))
            painter.drawEllipse(axes.at(static_cast<double>(layer), passage.measured[layer]), 1.8, 1.8);
}

/// Where x stands on the way from 0 (-1e39) to 1 (1e39): everyday numbers get most of the room.
double placeOf(double x)
{
    constexpr double kFarthest = 39;  // decades
    const double decades = std::min(std::log10(1 + std::abs(x)), kFarthest);
    return 0.5 + std::copysign(std::sqrt(decades / kFarthest) / 2, x);
}

QRectF barOf(const QRectF& row, Interval x, double largest)
{
    const double left = placeOf(std::clamp(x.low, -largest, largest));
    const double right = placeOf(std::clamp(x.high, -largest, largest));
    constexpr double kThinnest = 1.5;
    QRectF bar(row.left() + row.width() * left, row.top(), row.width() * (right - left), row.height());
    if (bar.width() < kThinnest)
        bar = QRectF(bar.center().x() - kThinnest / 2, bar.top(), kThinnest, bar.height());
    return bar;
}

void paintFailure(QPainter& painter, const QRectF& bar, const Instability& each, const Theme& theme)
{
    const bool isGone = each.trouble == Trouble::NotANumber || each.trouble == Trouble::Infinite;
    painter.fillRect(bar, isGone ? QBrush(theme.error) : QBrush(theme.surface));
    if (!isGone)
        painter.fillRect(bar, QBrush(theme.warning, Qt::BDiagPattern));
}

void paintNumbers(QPainter& painter, const QRectF& bars, const Theme& theme)
{
    painter.setPen(theme.mutedText);
    const QRectF line(0, bars.bottom() + 2, 60, 40);
    for (const int exponent : {4, 38})
        for (const double side : {-1, 1}) {
            const double place = bars.left() + bars.width() * placeOf(side * std::pow(10, exponent));
            const auto align = exponent < 38 ? Qt::AlignHCenter : side < 0 ? Qt::AlignLeft : Qt::AlignRight;
            const double left = align == Qt::AlignHCenter ? place - 30 : align == Qt::AlignLeft ? place : place - 60;
            painter.drawText(line.translated(left, 0), align | Qt::AlignTop,
                             (side < 0 ? QStringLiteral("−") : QString()) + powerOfTen(exponent));
        }
    painter.drawText(line.translated(bars.center().x() - 30, 0), Qt::AlignHCenter | Qt::AlignTop,
                     QStringLiteral("x = 0"));
}

}  // namespace

void paintDeepNetwork(QPainter& painter, const QRectF& rect, const DeepNetwork& deep, const Theme& theme)
{
    const LayerAxes axes(painter, rect, deep);
    axes.paint(painter, theme);
    const std::array colours{curveColour(0, theme), curveColour(1, theme)};
    paintPassage(painter, axes, deep.signal, colours[0]);
    paintPassage(painter, axes, deep.gradient, colours[1]);
    const std::array words{PictureWords::tr("signal"), PictureWords::tr("gradient"),
                           PictureWords::tr("line: predicted, dots: measured")};
    double left = rect.left();
    for (std::size_t i = 0; i < words.size(); ++i) {
        painter.setPen(i < colours.size() ? colours[i] : theme.mutedText);
        painter.drawText(QRectF(left, rect.top(), rect.width(), 40), Qt::AlignLeft | Qt::AlignTop, words[i]);
        left += QFontMetricsF(painter.font()).horizontalAdvance(words[i] + "   ");
    }
}

void paintStability(QPainter& painter, const QRectF& rect, const std::vector<Instability>& found, const Theme& theme)
{
    const QFontMetricsF metrics(painter.font());
    const double titles = metrics.horizontalAdvance("bfloat16  "), height = (rect.height() - metrics.height()) / 4;
    QRectF row(rect.left() + titles, rect.top(), rect.width() - titles, height - 4);
    for (const Precision precision : kPrecisions) {
        const Format& format = formatOf(precision);
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(rect.left(), row.top(), titles, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::fromUtf8(format.name.data(), static_cast<qsizetype>(format.name.size())));
        QColor sound = theme.good;
        sound.setAlphaF(0.25F);
        painter.fillRect(barOf(row, {-kInfinity, kInfinity}, format.largest), sound);
        for (const Instability& each : found)
            if (each.precision == precision)
                paintFailure(painter, barOf(row, each.x, format.largest), each, theme);
        row.translate(0, height);
    }
    paintNumbers(painter, QRectF(row.left(), rect.top(), row.width(), row.top() - rect.top() - 4), theme);
}

ChecksPicture::ChecksPicture(double linesHigh, QWidget* parent) : QWidget(parent), m_linesHigh(linesHigh)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChecksPicture::show(Paint paint)
{
    m_paint = std::move(paint);
    update();
}

QSize ChecksPicture::sizeHint() const
{
    return {200, qRound(m_linesHigh * fontMetrics().height())};
}

void ChecksPicture::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_paint)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scaledFont(0.85));
    m_paint(painter, QRectF(rect()), themeOf(palette()));
}

}  // namespace actlab::widgets
