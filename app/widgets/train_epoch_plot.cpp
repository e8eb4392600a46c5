#include "app/widgets/train_epoch_plot.hpp"

#include "app/widgets/nice_above.hpp"
#include "app/widgets/plot_style.hpp"
#include "app/widgets/theme.hpp"

#include <qcustomplot.h>

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

TrainEpochPlot::TrainEpochPlot(QWidget* parent)
    : QWidget(parent),
      m_plot(new QCustomPlot(this)),
      m_title(new QLabel(this)),
      m_readout(new QLabel(this)),
      m_marks(*m_plot)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    createHeading();
    column->addWidget(m_heading);
    column->addWidget(m_plot, 1);
    createPlot();
    connectMouse();
}

void TrainEpochPlot::createHeading()
{
    m_title->setProperty("role", "section");
    m_readout->setTextFormat(Qt::RichText);
    m_heading = new QWidget(this);
    auto* grid = new QGridLayout(m_heading);
    grid->setContentsMargins(0, 0, 0, kSpace / 2);
    grid->setSpacing(kSpace / 2);
    grid->setColumnStretch(1, 1);
    m_readout->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_readout, 0, 1);
}

void TrainEpochPlot::addToHeading(QWidget* control)
{
    auto* grid = static_cast<QGridLayout*>(m_heading->layout());
    grid->addWidget(control, 0, 1, Qt::AlignRight);
    grid->addWidget(m_readout, 1, 0, 1, 2);
}

void TrainEpochPlot::setReadoutBelow()
{
    static_cast<QGridLayout*>(m_heading->layout())->addWidget(m_readout, 1, 0, 1, 2);
    m_readout->setAlignment(Qt::AlignLeft);
    m_readout->setWordWrap(true);
}

void TrainEpochPlot::setTitled(bool titled)
{
    m_title->setVisible(titled);
}

void TrainEpochPlot::setTitle(const QString& title, const QString& tip)
{
    m_title->setText(title);
    m_title->setToolTip(tip);
}

void TrainEpochPlot::createPlot()
{
    m_cursorLine = new QCPItemLine(m_plot);
    m_cursorLine->setVisible(false);
    m_plot->setMinimumHeight(120);
    m_plot->xAxis->setLabel(tr("epoch"));
    m_plot->xAxis->setNumberFormat("g");
    m_plot->yAxis->setNumberFormat("gb");
    m_plot->yAxis->setNumberPrecision(4);
    m_plot->xAxis->ticker()->setTickCount(4);
    m_plot->xAxis->setRange(0, 10);
    m_plot->yAxis->ticker()->setTickCount(4);
    m_plot->setPlottingHint(QCP::phFastPolylines);
    m_plot->axisRect()->setRangeDrag(Qt::Horizontal);
    m_plot->axisRect()->setRangeZoom(Qt::Horizontal);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->installEventFilter(this);
}

void TrainEpochPlot::setScale(QCPAxis& axis, bool logarithmic)
{
    axis.setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis.setTicker(logarithmic ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog)
                               : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    axis.ticker()->setTickCount(4);
}

void TrainEpochPlot::setView(const models::CurveView& view)
{
    if (m_view == view)
        return;
    m_view = view;
    switch (view.axis) {
    case models::CurveView::Axis::Epoch: m_plot->xAxis->setLabel(tr("epoch")); break;
    case models::CurveView::Axis::Step: m_plot->xAxis->setLabel(tr("step")); break;
    case models::CurveView::Axis::Seconds: m_plot->xAxis->setLabel(tr("seconds")); break;
    }
    m_marks.setAxis([axis = view.axis](const nn::RunPlace& place) {
        return axis == models::CurveView::Axis::Epoch     ? static_cast<double>(place.epoch)
               : axis == models::CurveView::Axis::Seconds ? place.seconds
                                                          : static_cast<double>(place.step);
    });
    const QSignalBlocker quiet(m_plot->xAxis);  // redrawn when the curves are shown anew
    setScale(*m_plot->xAxis, view.logarithmic);
    beginAnew();
}

void TrainEpochPlot::forget()
{
    m_following = true;
    m_cursor.reset();
}

bool TrainEpochPlot::hasCurve() const
{
    return leadingCurve() && leadingCurve()->size() > 0;
}

void TrainEpochPlot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour();
    QWidget::changeEvent(event);
}

bool TrainEpochPlot::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Leave)
        Q_EMIT hovered(std::nullopt);
    else if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        redraw();
    return QWidget::eventFilter(watched, event);
}

void TrainEpochPlot::recolour()
{
    recolour(themeOf(palette()));
}

void TrainEpochPlot::recolour(const Theme& theme)
{
    stylePlot(*m_plot, theme, scaledFont(0.85));
    m_plot->axisRect()->setMinimumMargins({kSpace, kSpace, 2 * kSpace, kSpace});  // room for half the last number
    recolourCurves(theme, 1.5 * lineScale(font()));
    m_cursorLine->setPen(QPen(theme.mutedText, 1, Qt::DotLine));
    m_marks.recolour(theme, scaledFont(0.75));
    showReadout();
    paintSoon();
}

Figure TrainEpochPlot::figure()
{
    constexpr int kLeastWidth = 640;  // the plots are small on the screen
    const QSize seen = m_plot->size();
    return {.key = objectName(),
            .name = m_title->text(),
            .size = seen.width() < kLeastWidth ? seen * kLeastWidth / std::max(seen.width(), 1) : seen,
            .paint = [this](QCPPainter& painter, QSize size) { paintFigure(painter, size); }};
}

/// The plot itself takes the figure's look for a moment; the screen sees nothing of it.
void TrainEpochPlot::paintFigure(QCPPainter& painter, QSize size)
{
    const QString unit = m_plot->yAxis->label();
    const bool hasCursor = m_cursorLine->visible();
    recolour(lightTheme());
    m_cursorLine->setVisible(false);
    m_plot->yAxis->setLabel(unit.isEmpty() ? m_title->text() : tr("%1 in %2").arg(m_title->text(), unit));
    m_plot->legend->setVisible(true);
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, m_legendAt);
    drawCurves(reachOn(size.width()));
    m_plot->toPainter(&painter, size.width(), size.height());
    m_plot->legend->setVisible(false);
    m_plot->yAxis->setLabel(unit);
    m_cursorLine->setVisible(hasCursor);
    recolour();
    redraw();
}

/// The first place that a logarithmic axis shows.
double TrainEpochPlot::leastPlace() const
{
    if (!m_view.logarithmic)
        return 0;
    return hasCurve() ? std::max(leadingCurve()->at(0).x, 1e-9) : 1;
}

void TrainEpochPlot::fit()
{
    place();
    showReadout();
}

void TrainEpochPlot::follow()
{
    place();
    m_readoutSoon.ask();
}

void TrainEpochPlot::place()
{
    if (m_following) {
        const bool isOfEpochs = m_view.axis == models::CurveView::Axis::Epoch;
        const double last = hasCurve() ? leadingCurve()->at(leadingCurve()->size() - 1).x : 0;
        const double room = niceAbove(isOfEpochs ? std::max(last, 10.0) : last > 0 ? last : 1);
        const double all = std::max(static_cast<double>(m_epochs), 1.0);
        const double least = leastPlace();
        const QSignalBlocker quiet(m_plot->xAxis);  // redrawn below
        const double end = isOfEpochs && m_epochs > 0 && last <= all ? std::min(room, all) : room;
        m_plot->xAxis->setRange(least, std::max(end, 1.01 * least));
    }
    redraw();
}

CurveReach TrainEpochPlot::reachOn(int columns) const
{
    using enum models::TrainingCurve::Spacing;
    const QCPRange range = m_plot->xAxis->range();
    return {range.lower, range.upper, static_cast<std::size_t>(std::max(columns, 100)),
            m_view.logarithmic ? Logarithmic : Even};
}

void TrainEpochPlot::redraw()
{
    drawCurves(reachOn(m_plot->axisRect()->width()));
    m_marks.place();
    paintSoon();
}

/// What nobody sees is painted when it is shown.
void TrainEpochPlot::paintSoon()
{
    if (m_plot->isVisible())
        m_plot->replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace actlab::widgets
