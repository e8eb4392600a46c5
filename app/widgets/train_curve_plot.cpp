#include "app/widgets/train_curve_plot.hpp"

#include "app/widgets/plot_style.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_number.hpp"

#include <qcustomplot.h>

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

namespace actlab::widgets {

namespace {

constexpr double kLeastLoss = 1e-9;  // what a logarithmic axis shows of zero

/// The next of 10, 20, 50, 100, … that is not less.
double niceAbove(double value)
{
    const double decade = std::pow(10, std::floor(std::log10(std::max(value, 1e-12))));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * decade * (1 + 1e-9))
            return step * decade;
    }
    return 10 * decade;
}

struct Extent {
    double low = INFINITY, high = -INFINITY;
    void include(const std::vector<models::TrainingCurve::Point>& points)
    {
        for (const auto& point : points) {
            if (std::isfinite(point.value)) {
                low = std::min(low, point.value);
                high = std::max(high, point.value);
            }
        }
    }
    bool isEmpty() const { return !(low <= high); }
};

/// `least`: what the axis can show of zero.
void setPoints(QCPGraph& graph, const std::vector<models::TrainingCurve::Point>& points, double least)
{
    QVector<double> x, y;
    x.reserve(static_cast<qsizetype>(points.size()));
    y.reserve(x.capacity());
    for (const auto& point : points) {
        x.append(point.epoch);
        y.append(point.value < least ? least : point.value);  // NaN stays: it is a gap
    }
    graph.setData(x, y, true);
}

}  // namespace

TrainCurvePlot::TrainCurvePlot(Measure measure, QWidget* parent)
    : QWidget(parent),
      m_measure(measure),
      m_plot(new QCustomPlot(this)),
      m_title(new QLabel(this)),
      m_readout(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    createHeading();
    column->addWidget(m_heading);
    column->addWidget(m_plot, 1);
    createGraphs();
    connectMouse();
    setMeasure(measure);
    recolour();
}

void TrainCurvePlot::createHeading()
{
    m_title->setProperty("role", "section");
    m_readout->setTextFormat(Qt::RichText);
    m_heading = new QWidget(this);
    auto* grid = new QGridLayout(m_heading);
    grid->setContentsMargins(0, 0, 0, kSpace / 2);
    grid->setSpacing(kSpace / 2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_readout, 0, 1, Qt::AlignRight);
}

void TrainCurvePlot::addToHeading(QWidget* control)
{
    auto* grid = static_cast<QGridLayout*>(m_heading->layout());
    grid->addWidget(control, 0, 1, Qt::AlignRight);
    grid->addWidget(m_readout, 1, 0, 1, 2, Qt::AlignRight);
}

void TrainCurvePlot::createGraphs()
{
    m_trainGraph = m_plot->addGraph();
    m_testGraph = m_plot->addGraph();
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

void TrainCurvePlot::connectMouse()
{
    const auto leave = [this] { m_following = false; };
    connect(m_plot, &QCustomPlot::mouseWheel, this, leave);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this, leave](QMouseEvent* event) {
        if (event->buttons() & Qt::LeftButton)
            leave();
        Q_EMIT hovered(m_plot->xAxis->pixelToCoord(event->pos().x()));
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
        m_following = true;
        fit();
    });
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] { redraw(); });
}

void TrainCurvePlot::setMeasure(Measure measure)
{
    m_measure = measure;
    m_title->setText(measure == Measure::Loss       ? tr("Loss")
                     : measure == Measure::Accuracy ? tr("Accuracy")
                                                    : tr("R²"));
    m_title->setToolTip(measure == Measure::Determination ? tr("The share of the values' variance that is explained")
                                                          : QString());
    m_plot->yAxis->setLabel(measure == Measure::Accuracy ? tr("%") : QString());
    fit();
}

void TrainCurvePlot::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    m_plot->yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->yAxis->setTicker(logarithmic ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog)
                                         : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    m_plot->yAxis->ticker()->setTickCount(4);
    fit();
}

void TrainCurvePlot::clear()
{
    m_train.clear();
    m_test.clear();
    m_following = true;
    m_cursor.reset();
    fit();
}

void TrainCurvePlot::show(std::span<const nn::EpochMetrics> history, std::size_t epochs)
{
    m_epochs = epochs;
    if (history.size() < m_train.size())  // another run
        clear();
    for (const nn::EpochMetrics& metrics : history.subspan(std::min(m_train.size(), history.size()))) {
        const double factor = m_measure == Measure::Accuracy ? 100 : 1;
        const bool loss = m_measure == Measure::Loss;
        const auto epoch = static_cast<double>(metrics.epoch);
        m_train.append(epoch, loss ? metrics.trainLoss : factor * metrics.trainAccuracy);
        m_test.append(epoch, loss ? metrics.testLoss : factor * metrics.testAccuracy);
    }
    fit();
}

void TrainCurvePlot::setCursorAt(std::optional<double> epoch)
{
    m_cursor = epoch;
    m_cursorLine->setVisible(epoch.has_value() && m_train.size() > 0);
    if (m_cursorLine->visible()) {
        const double at = m_train.nearest(*epoch).epoch;
        m_cursorLine->start->setCoords(at, m_plot->yAxis->range().lower);
        m_cursorLine->end->setCoords(at, m_plot->yAxis->range().upper);
    }
    showReadout();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainCurvePlot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour();
    QWidget::changeEvent(event);
}

bool TrainCurvePlot::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Leave)
        Q_EMIT hovered(std::nullopt);
    else if (event->type() == QEvent::Resize)
        redraw();
    return QWidget::eventFilter(watched, event);
}

void TrainCurvePlot::recolour()
{
    const Theme theme = themeOf(palette());
    stylePlot(*m_plot, theme, scaledFont(0.85));
    m_plot->axisRect()->setMinimumMargins({kSpace, kSpace, 2 * kSpace, kSpace});  // room for half the last number
    const double width = 1.5 * lineScale(font());
    m_trainGraph->setPen(QPen(theme.accent, width));
    m_testGraph->setPen(QPen(curveColour(1, theme), width, Qt::DashLine));
    m_cursorLine->setPen(QPen(theme.mutedText, 1, Qt::DotLine));
    showReadout();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainCurvePlot::fit()
{
    if (m_following) {
        const double last = m_train.size() > 0 ? m_train.at(m_train.size() - 1).epoch : 0;
        const double room = niceAbove(std::max(last, 10.0));
        const double all = std::max(static_cast<double>(m_epochs), 1.0);
        const QSignalBlocker quiet(m_plot->xAxis);  // redrawn below
        m_plot->xAxis->setRange(0, m_epochs > 0 && last <= all ? std::min(room, all) : room);
    }
    redraw();
    showReadout();
}

void TrainCurvePlot::redraw()
{
    const QCPRange range = m_plot->xAxis->range();
    const auto columns = static_cast<std::size_t>(std::max(m_plot->axisRect()->width(), 100));
    const double least = m_logarithmic ? kLeastLoss : -std::numeric_limits<double>::infinity();
    setPoints(*m_trainGraph, m_train.points(range.lower, range.upper, columns), least);
    setPoints(*m_testGraph, m_test.points(range.lower, range.upper, columns), least);
    fitValues();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainCurvePlot::fitValues()
{
    if (m_measure == Measure::Accuracy) {
        m_plot->yAxis->setRange(0, 102);
        return;
    }
    if (m_measure == Measure::Determination) {
        m_plot->yAxis->setRange(-0.2, 1.02);
        return;
    }
    Extent extent;
    const QCPRange range = m_plot->xAxis->range();
    extent.include(m_train.points(range.lower, range.upper, 500));
    extent.include(m_test.points(range.lower, range.upper, 500));
    if (extent.isEmpty()) {
        m_plot->yAxis->setRange(m_logarithmic ? 0.01 : 0, 1);
    } else if (m_logarithmic) {
        const double high = std::max(extent.high, kLeastLoss), low = std::clamp(extent.low, kLeastLoss, high);
        m_plot->yAxis->setRange(niceAbove(low) / 5, std::max(niceAbove(high), niceAbove(low) * 4));
    } else {
        m_plot->yAxis->setRange(0, niceAbove(std::max(extent.high, kLeastLoss)));
    }
}

QString TrainCurvePlot::valueText(const models::TrainingCurve& curve) const
{
    if (curve.size() == 0)
        return QStringLiteral("–");
    const double value = m_cursor ? curve.nearest(*m_cursor).value : curve.at(curve.size() - 1).value;
    if (m_measure == Measure::Accuracy)
        return (std::isfinite(value) ? fixedText(value, 1) : measureText(value)) + " %";
    return measureText(value);
}

void TrainCurvePlot::showReadout()
{
    const QString entry = QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3&nbsp;%4");
    const QString train = entry.arg(m_trainGraph->pen().color().name(), "━━", tr("train"), valueText(m_train));
    const QString test = entry.arg(m_testGraph->pen().color().name(), "╍╍", tr("test"), valueText(m_test));
    const QString at = m_cursor && m_train.size() > 0
                           ? tr("epoch %1").arg(m_train.nearest(*m_cursor).epoch, 0, 'f', 0) + "&nbsp; "
                           : QString();
    m_readout->setText(at + train + "&nbsp; " + test);
}

}  // namespace actlab::widgets
