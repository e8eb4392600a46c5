#include "app/widgets/plot_style.hpp"

#include <qcustomplot.h>

namespace actlab::widgets {

namespace {

void styleAxis(QCPAxis& axis, const Theme& theme, const QFont& font)
{
    const double scale = lineScale(font);
    const QPen line(theme.border, scale);
    axis.setBasePen(line);
    axis.setTickPen(line);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLength(0, 4);
    axis.setSubTickLength(0, 0);
    axis.setTickLabelPadding(4);
    axis.setTickLabelColor(theme.mutedText);
    axis.setTickLabelFont(font);
    axis.setLabelColor(theme.mutedText);
    axis.setLabelFont(font);
    axis.setLabelPadding(2);
    axis.grid()->setPen(QPen(theme.grid, scale));
    axis.grid()->setZeroLinePen(QPen(theme.zeroLine, 1.25 * scale));
    axis.grid()->setSubGridVisible(false);
}

void styleLegend(QCPLegend& legend, const Theme& theme, const QFont& font)
{
    QColor veil = theme.surface;
    veil.setAlphaF(0.86F);
    legend.setFont(font);
    legend.setTextColor(theme.text);
    legend.setBrush(veil);
    legend.setBorderPen(Qt::NoPen);
    legend.setIconSize(qRound(font.pixelSize() * 2.2), font.pixelSize());
    legend.setIconTextPadding(kSpace);
    legend.setRowSpacing(2);
    legend.setMargins(QMargins(kSpace, kSpace / 2, kSpace, kSpace / 2));
}

}  // namespace

void stylePlot(QCustomPlot& plot, const Theme& theme, const QFont& font)
{
    plot.setBackground(QBrush(theme.surface));
    plot.setLocale(QLocale::c());
    for (QCPAxisRect* rect : plot.axisRects()) {
        for (QCPAxis* axis : rect->axes())
            styleAxis(*axis, theme, font);
        rect->setMinimumMargins(QMargins(kSpace, kSpace, kSpace, kSpace));
    }
    if (plot.legend != nullptr)
        styleLegend(*plot.legend, theme, font);
}

}  // namespace actlab::widgets
