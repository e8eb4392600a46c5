#include "app/widgets/train_decision_plot.hpp"

#include "app/widgets/plot_style.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_boundary.hpp"
#include "app/widgets/train_colours.hpp"
#include "app/widgets/train_data_picture.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_paint_surface.hpp"
#include "app/widgets/train_points.hpp"
#include "core/data/describe.hpp"
#include "core/data/features.hpp"

#include <qcustomplot.h>

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <map>

namespace actlab::widgets {

namespace {

QCPColorGradient twoSidedGradient(const Theme& theme)
{
    constexpr int kStops = 20;
    QCPColorGradient gradient;
    gradient.clearColorStops();
    for (int stop = 0; stop <= kStops; ++stop) {
        const double share = static_cast<double>(stop) / kStops;
        gradient.setColorStopAt(share, answerColour(2 * share - 1, theme));
    }
    gradient.setLevelCount(256);
    gradient.setNanHandling(QCPColorGradient::nhNanColor);
    gradient.setNanColor(theme.border);
    return gradient;
}

QCPColorGradient classGradient(std::size_t classes, const Theme& theme)
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setLevelCount(static_cast<int>(classes));
    for (std::size_t number = 0; number < classes; ++number) {
        const double share = static_cast<double>(number) / static_cast<double>(classes - 1);
        gradient.setColorStopAt(share, mixed(classColour(number, classes, theme), theme.surface, 0.5));
    }
    return gradient;
}

}  // namespace

TrainDecisionPlot::TrainDecisionPlot(QWidget* parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_surface(new TrainPaintSurface(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    m_surface->hide();
    createMap();
    recolour(themeOf(palette()));
}

void TrainDecisionPlot::createMap()
{
    m_map = new QCPColorMap(m_plot->xAxis, m_plot->yAxis);
    m_map->setInterpolate(true);
    m_map->setTightBoundary(false);
    m_map->setVisible(false);
    m_boundary = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
    // A picture that follows another is all that is painted: the points and the axes stay as they are.
    m_plot->layer("main")->setMode(QCPLayer::lmBuffered);
    m_plot->addLayer("points", m_plot->layer("main"));
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->axisRect()->setupFullAxesBox();
    for (QCPAxis* axis : {m_plot->xAxis2, m_plot->yAxis2}) {
        axis->setTicks(false);
        axis->setTickLabels(false);
    }
}

void TrainDecisionPlot::showData(std::shared_ptr<const data::Dataset> data)
{
    m_data = std::move(data);
    m_largestTarget = m_data->task == data::Task::Regression ? largestTarget(m_data->train) : 1;
    const bool areNamed = m_data->features.empty() && m_data->featureNames.size() == 2;
    m_plot->xAxis->setLabel(areNamed ? QString::fromStdString(m_data->featureNames[0]) : QStringLiteral("x"));
    m_plot->yAxis->setLabel(areNamed ? QString::fromStdString(m_data->featureNames[1]) : QStringLiteral("y"));
    const double reach = data::reachOf(*m_data);
    m_plot->xAxis->setRange(-reach, reach);
    m_plot->yAxis->setRange(-reach, reach);
    recolour(themeOf(palette()));
}

void TrainDecisionPlot::showPicture(const nn::Picture& picture)
{
    const auto width = static_cast<int>(picture.width), height = static_cast<int>(picture.height);
    m_map->data()->setSize(width, height);
    m_map->data()->setRange({picture.low, picture.high}, {picture.low, picture.high});
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            m_map->data()->setCell(
                x, y, picture.values[static_cast<std::size_t>(y) * picture.width + static_cast<std::size_t>(x)]);
        }
    }
    const bool isTwoSided = m_data->classes <= 2;
    m_map->setDataRange(isTwoSided ? QCPRange(-m_largestTarget, m_largestTarget)
                                   : QCPRange(0, static_cast<double>(m_data->classes - 1)));
    m_map->setInterpolate(isTwoSided);  // between class 0 and class 2 there is no class 1
    const QCPRange view(picture.low, picture.high);
    const bool isFirst = !hasPicture() || m_plot->xAxis->range() != view;
    m_plot->xAxis->setRange(view);
    m_plot->yAxis->setRange(view);
    m_map->setVisible(true);
    drawBoundary(picture);
    if (isFirst)
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    else
        m_plot->layer("main")->replot();
}

void TrainDecisionPlot::drawBoundary(const nn::Picture& picture)
{
    QVector<double> x, y;
    if (m_data->task == data::Task::Classification && m_data->classes == 2) {
        for (const QLineF& line : zeroLine(picture)) {
            x << line.x1() << line.x2() << qQNaN();  // the gap between two pieces
            y << line.y1() << line.y2() << qQNaN();
        }
    }
    m_boundary->setData(x, y);
}

void TrainDecisionPlot::clearPicture()
{
    if (hasPicture()) {
        m_map->setVisible(false);
        m_boundary->data()->clear();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

bool TrainDecisionPlot::hasPicture() const
{
    return m_map->visible();
}

void TrainDecisionPlot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour(themeOf(palette()));
    QWidget::changeEvent(event);
}

void TrainDecisionPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeSquare(size());
    m_surface->setGeometry(m_plot->axisRect()->rect());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainDecisionPlot::placeSquare(QSize room)
{
    constexpr int kAtLeast = 12;
    const int forLabels = scaledToType(48);
    const int side = std::max(50, std::min(room.width(), room.height()) - forLabels - kAtLeast);
    const int left = std::max(forLabels, (room.width() - side) / 2), top = kAtLeast;
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    const int right = std::max(0, room.width() - left - side), below = std::max(0, room.height() - top - side);
    m_plot->axisRect()->setMargins({left, top, right, below});
}

void TrainDecisionPlot::paintFigure(QCPPainter& painter, QSize size)
{
    recolour(lightTheme());
    placeSquare(size);
    m_plot->toPainter(&painter, size.width(), size.height());
    placeSquare(this->size());
    recolour(themeOf(palette()));
}

void TrainDecisionPlot::recolour(const Theme& theme)
{
    stylePlot(*m_plot, theme, scaledFont(0.85));
    const std::size_t classes = m_data ? m_data->classes : 2;
    m_boundary->setPen(QPen(theme.text, 1.5 * lineScale(font())));
    m_map->setGradient(classes > 2 ? classGradient(classes, theme) : twoSidedGradient(theme));
    drawPoints(theme);
}

void TrainDecisionPlot::drawPoints(const Theme& theme)
{
    m_plot->clearGraphs();
    if (m_data) {
        drawPoints(data::testPlaces(*m_data), m_data->test.targets, false, theme);
        drawPoints(data::trainPlaces(*m_data), m_data->train.targets, true, theme);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainDecisionPlot::drawPoints(std::span<const float> places, std::span<const float> targets, bool training,
                                   const Theme& theme)
{
    // One graph for each colour: a graph has one scatter style.
    std::map<QRgb, QCPGraph*> graphs;
    for (std::size_t row = 0; row < std::min(targets.size(), kMostPointsDrawn); ++row) {
        const QColor colour = colourOf(targets[row], theme);
        QCPGraph*& graph = graphs[colour.rgb()];
        if (!graph) {
            graph = m_plot->addGraph();
            graph->setLayer(QStringLiteral("points"));
            graph->setLineStyle(QCPGraph::lsNone);
            graph->setScatterStyle(training ? trainPoints(colour, theme) : testPoints(colour, theme));
        }
        graph->addData(places[2 * row], places[2 * row + 1]);
    }
}

QColor TrainDecisionPlot::colourOf(float target, const Theme& theme) const
{
    if (m_data->task == data::Task::Classification)
        return classColour(static_cast<std::size_t>(target), m_data->classes, theme);
    const double steps = 10;  // few colours, hence few graphs
    return mixed(answerColour(std::round(target / m_largestTarget * steps) / steps, theme), theme.text, 0.85);
}

}  // namespace actlab::widgets
