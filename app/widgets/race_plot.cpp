#include "app/widgets/race_plot.hpp"

#include "app/widgets/nice_above.hpp"
#include "app/widgets/plot_style.hpp"
#include "app/widgets/theme.hpp"
#include "core/workspace/race_csv.hpp"

#include <qcustomplot.h>

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

double shownMeasure(double value, bool isOverValues)
{
    return isOverValues ? value : 100 * value;
}

}  // namespace

QColor runnerColour(std::size_t runner, const Theme& theme)
{
    return curveColour(static_cast<int>(runner), theme);
}

RacePlot::RacePlot(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this))
{
    m_plot->setObjectName("race-plot");
    m_plot->setPlottingHint(QCP::phFastPolylines);
    m_plot->xAxis->setLabel(tr("epoch"));
    m_plot->xAxis->setRange(0, 10);
    m_plot->yAxis->setRange(0, 102);
    m_plot->yAxis->setNumberFormat("gb");
    m_plot->setMinimumSize(320, 200);
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignRight | Qt::AlignBottom);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    recolour(themeOf(palette()));
}

void RacePlot::show(const nn::RaceResult& result)
{
    m_result = result;
    fitRunners(result);
    for (std::size_t i = 0; i < m_runners.size(); ++i)
        draw(m_runners[i], nn::meanCourse(result.standings[i], result.isOverValues));
    m_plot->yAxis->setLabel(result.isOverValues ? tr("test loss") : tr("test accuracy in %"));
    m_plot->axisRect()->insetLayout()->setInsetAlignment(
        0, Qt::AlignRight | (result.isOverValues ? Qt::AlignTop : Qt::AlignBottom));
    fitAxes();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RacePlot::fitRunners(const nn::RaceResult& result)
{
    if (m_runners.size() != result.standings.size()) {
        m_plot->clearGraphs();
        m_runners.clear();
        for (std::size_t i = 0; i < result.standings.size(); ++i) {
            const Runner runner{m_plot->addGraph(), m_plot->addGraph(), m_plot->addGraph()};
            runner.high->setChannelFillGraph(runner.low);
            runner.low->removeFromLegend();
            runner.high->removeFromLegend();
            m_runners.push_back(runner);
        }
        recolour(themeOf(palette()));
    }
    for (std::size_t i = 0; i < m_runners.size(); ++i)
        m_runners[i].mean->setName(QString::fromStdString(result.standings[i].activation->name()));
    m_plot->legend->setVisible(!m_runners.empty());
}

void RacePlot::draw(const Runner& runner, const std::vector<nn::CoursePoint>& course)
{
    QVector<double> epochs, means, lows, highs;
    for (const nn::CoursePoint& point : course) {
        const auto at = [&](double deviations) {
            return shownMeasure(point.measure.mean + deviations * point.measure.deviation.value_or(0),
                                m_result.isOverValues);
        };
        epochs.append(static_cast<double>(point.epoch));
        means.append(at(0));
        lows.append(at(-1));
        highs.append(at(1));
    }
    runner.mean->setData(epochs, means, true);
    runner.low->setData(epochs, lows, true);
    runner.high->setData(epochs, highs, true);
}

void RacePlot::fitAxes()
{
    double last = 10, greatest = 1e-9;
    for (const Runner& runner : m_runners) {
        if (runner.mean->data()->isEmpty())
            continue;
        bool isFound = false;
        last = std::max(last, (runner.mean->data()->constEnd() - 1)->key);
        const QCPRange values = runner.high->getValueRange(isFound);
        if (isFound)
            greatest = std::max(greatest, values.upper);
    }
    m_plot->xAxis->setRange(0, last);
    m_plot->yAxis->setRange(0, m_result.isOverValues ? niceAbove(greatest) : 102);
}

void RacePlot::recolour(const Theme& theme)
{
    stylePlot(*m_plot, theme, scaledFont(0.9));
    for (std::size_t i = 0; i < m_runners.size(); ++i) {
        const QColor colour = runnerColour(i, theme);
        QColor band = colour;
        band.setAlphaF(0.16F);
        QPen pen = curvePen(colour, 0, lineScale(font()));
        pen.setStyle(i % 2 == 0 ? Qt::SolidLine : Qt::DashLine);
        m_runners[i].mean->setPen(pen);
        m_runners[i].low->setPen(Qt::NoPen);
        m_runners[i].high->setPen(Qt::NoPen);
        m_runners[i].high->setBrush(band);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

Figure RacePlot::figure()
{
    if (m_runners.empty())
        return {};
    return {.key = QStringLiteral("race"),
            .name = tr("Race"),
            .size = m_plot->size(),
            .paint = [this](QCPPainter& painter, QSize size) { paintFigure(painter, size); },
            .csv = [result = m_result] { return workspace::raceCsv(result); }};
}

void RacePlot::paintFigure(QCPPainter& painter, QSize size)
{
    recolour(lightTheme());
    m_plot->toPainter(&painter, size.width(), size.height());
    recolour(themeOf(palette()));
}

void RacePlot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour(themeOf(palette()));
    QWidget::changeEvent(event);
}

}  // namespace actlab::widgets
