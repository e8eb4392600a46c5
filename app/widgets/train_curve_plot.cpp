#include "app/widgets/train_curve_plot.hpp"

#include "app/widgets/nice_above.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_number.hpp"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr double kLeastLoss = 1e-9;  // what a logarithmic axis shows of zero

}  // namespace

TrainCurvePlot::TrainCurvePlot(Measure measure, QWidget* parent)
    : TrainEpochPlot(parent), m_measure(measure), m_trainGraph(plot().addGraph()), m_testGraph(plot().addGraph())
{
    m_trainGraph->setName(tr("train"));
    m_testGraph->setName(tr("test"));
    setMeasure(measure);
    recolour();
}

void TrainCurvePlot::setMeasure(Measure measure)
{
    m_measure = measure;
    switch (measure) {
    case Measure::Loss: setTitle(tr("Loss")); break;
    case Measure::Accuracy: setTitle(tr("Accuracy")); break;
    case Measure::Determination: setTitle(tr("R²"), tr("The share of the values' variance that is explained")); break;
    }
    setLegendAt(Qt::AlignRight | (measure == Measure::Loss ? Qt::AlignTop : Qt::AlignBottom));
    plot().yAxis->setLabel(measure == Measure::Accuracy ? tr("%") : QString());
    fit();
}

void TrainCurvePlot::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    plot().yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    plot().yAxis->setTicker(logarithmic ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog)
                                        : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    plot().yAxis->ticker()->setTickCount(4);
    fit();
}

void TrainCurvePlot::clear()
{
    m_train.clear();
    m_test.clear();
    forget();
    fit();
}

void TrainCurvePlot::show(std::span<const nn::EpochMetrics> history, std::size_t epochs)
{
    setEpochs(epochs);
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

void TrainCurvePlot::drawCurves(double first, double last, std::size_t columns)
{
    const double least = m_logarithmic ? kLeastLoss : -std::numeric_limits<double>::infinity();
    ValueExtent extent;
    for (const auto& [graph, curve] : {std::pair(m_trainGraph, &m_train), std::pair(m_testGraph, &m_test)}) {
        const auto points = curve->points(first, last, columns);
        setCurvePoints(*graph, points, least);
        extent.include(points);
    }
    switch (m_measure) {
    case Measure::Loss: return fitLosses(extent);
    case Measure::Accuracy: return plot().yAxis->setRange(0, 102);
    case Measure::Determination: return plot().yAxis->setRange(-0.2, 1.02);
    }
}

void TrainCurvePlot::fitLosses(const ValueExtent& extent)
{
    if (extent.isEmpty()) {
        plot().yAxis->setRange(m_logarithmic ? 0.01 : 0, 1);
    } else if (m_logarithmic) {
        const double high = std::max(extent.high, kLeastLoss), low = std::clamp(extent.low, kLeastLoss, high);
        plot().yAxis->setRange(niceAbove(low) / 5, std::max(niceAbove(high), niceAbove(low) * 4));
    } else {
        plot().yAxis->setRange(0, niceAbove(std::max(extent.high, kLeastLoss)));
    }
}

void TrainCurvePlot::recolourCurves(const Theme& theme, double width)
{
    m_trainGraph->setPen(QPen(theme.accent, width));
    m_testGraph->setPen(QPen(curveColour(1, theme), width, Qt::DashLine));
}

QString TrainCurvePlot::valueText(const models::TrainingCurve& curve) const
{
    if (curve.size() == 0)
        return QStringLiteral("–");
    const double value = valueOf(curve);
    if (m_measure == Measure::Accuracy)
        return (std::isfinite(value) ? fixedText(value, 1) : measureText(value)) + " %";
    return measureText(value);
}

QString TrainCurvePlot::readout() const
{
    const QString entry = QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3&nbsp;%4");
    const QString train = entry.arg(m_trainGraph->pen().color().name(), "━━", tr("train"), valueText(m_train));
    const QString test = entry.arg(m_testGraph->pen().color().name(), "╍╍", tr("test"), valueText(m_test));
    return cursorText() + train + "&nbsp; " + test;
}

}  // namespace actlab::widgets
