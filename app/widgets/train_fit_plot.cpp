#include "app/widgets/train_fit_plot.hpp"

#include "app/widgets/plot_style.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_colours.hpp"
#include "app/widgets/train_points.hpp"

#include <qcustomplot.h>

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

void setPoints(QCPGraph& graph, const data::Table& table)
{
    const auto rows = static_cast<qsizetype>(std::min(table.rows(), kMostPointsDrawn));
    graph.setData(QVector<double>(table.inputs.begin(), table.inputs.begin() + rows),
                  QVector<double>(table.targets.begin(), table.targets.begin() + rows));
}

}  // namespace

TrainFitPlot::TrainFitPlot(QWidget* parent)
    : QWidget(parent),
      m_plot(new QCustomPlot(this)),
      m_test(m_plot->addGraph()),
      m_train(m_plot->addGraph()),
      m_curve(m_plot->addGraph())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_test->setLineStyle(QCPGraph::lsNone);
    m_train->setLineStyle(QCPGraph::lsNone);
    m_plot->setPlottingHint(QCP::phFastPolylines);
    recolour(themeOf(palette()));
}

void TrainFitPlot::showData(std::shared_ptr<const data::Dataset> data)
{
    m_data = std::move(data);
    setPoints(*m_train, m_data->train);
    setPoints(*m_test, m_data->test);
    fitAxes();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainFitPlot::showPicture(const nn::Picture& picture)
{
    QVector<double> x, y;
    const double step = (picture.high - picture.low) / std::max(1.0, static_cast<double>(picture.width) - 1);
    for (std::size_t i = 0; i < picture.values.size(); ++i) {
        x.append(picture.low + step * static_cast<double>(i));
        y.append(picture.values[i]);
    }
    m_curve->setData(x, y, true);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainFitPlot::clearPicture()
{
    m_curve->data()->clear();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainFitPlot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour(themeOf(palette()));
    QWidget::changeEvent(event);
}

void TrainFitPlot::paintFigure(QCPPainter& painter, QSize size)
{
    recolour(lightTheme());
    m_plot->toPainter(&painter, size.width(), size.height());
    recolour(themeOf(palette()));
}

void TrainFitPlot::recolour(const Theme& theme)
{
    stylePlot(*m_plot, theme, scaledFont(0.85));
    m_train->setScatterStyle(trainPoints(classColour(1, 2, theme), theme));
    m_test->setScatterStyle(testPoints(classColour(1, 2, theme), theme));
    m_curve->setPen(QPen(classColour(0, 2, theme), 2.5 * lineScale(font())));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainFitPlot::fitAxes()
{
    // By the data alone: a curve that runs away must not make the axes jump.
    if (m_data->train.rows() == 0)
        return;
    const auto [low, high] = std::ranges::minmax(m_data->train.targets);
    const auto [left, right] = std::ranges::minmax(m_data->train.inputs);
    const double marginY = std::max(0.15 * (high - low), 0.1), marginX = std::max(0.02 * (right - left), 0.1);
    m_plot->yAxis->setRange(low - marginY, high + marginY);
    m_plot->xAxis->setRange(left - marginX, right + marginX);
}

}  // namespace actlab::widgets
