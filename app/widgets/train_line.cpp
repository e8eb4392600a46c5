#include "app/widgets/train_line.hpp"

#include "app/widgets/quick_graph.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr float kFaint = 0.3F;
constexpr double kNearTop = 0.96;

}  // namespace

void ValueExtent::include(const std::vector<models::TrainingCurve::Point>& points)
{
    for (const auto& point : points) {
        if (std::isfinite(point.value)) {
            low = std::min(low, point.value);
            high = std::max(high, point.value);
        }
    }
}

const models::TrainingCurve* furthest(const std::vector<const models::TrainingCurve*>& curves)
{
    const auto end = [](const models::TrainingCurve* curve) {
        return curve->size() == 0 ? -1 : curve->at(curve->size() - 1).x;
    };
    const auto found = std::ranges::max_element(curves, {}, end);
    return found == curves.end() ? nullptr : *found;
}

void setCurvePoints(QCPGraph& graph, const std::vector<models::TrainingCurve::Point>& points, double least)
{
    QVector<double> x, y;
    x.reserve(static_cast<qsizetype>(points.size()));
    y.reserve(x.capacity());
    for (const auto& point : points) {
        x.append(point.x);
        y.append(std::isfinite(point.value) ? std::max(point.value, least) : qQNaN());
    }
    graph.setData(x, y, true);
}

TrainLine::TrainLine(QCustomPlot& plot, const QString& name) : m_plot(plot), m_line(new QuickGraph(plot))
{
    m_line->setName(name);
}

TrainLine::~TrainLine()
{
    for (QCPGraph* graph : {m_line, m_raw, m_wild})
        if (graph)
            m_plot.removeGraph(graph);
}

void TrainLine::begin(const models::CurveView& view)
{
    m_view = view;
    m_smoothing = models::Smoothing(view.memory);
    m_curve.clear();
    m_smooth.clear();
}

void TrainLine::append(const nn::EpochMetrics& at, double value)
{
    const double x = m_view.placeOf(at);
    if (std::isnan(x))
        return;
    m_curve.append(x, value);
    if (m_view.memory > 0)
        m_smooth.append(x, m_smoothing.next(static_cast<double>(at.epoch), value));
}

void TrainLine::draw(const CurveReach& reach, ValueExtent& extent, double least)
{
    const auto points = m_curve.points(reach.first, reach.last, reach.columns, reach.spacing);
    extent.include(points);
    const bool isSmooth = m_view.memory > 0;
    setCurvePoints(*m_line,
                   isSmooth ? m_smooth.points(reach.first, reach.last, reach.columns, reach.spacing) : points, least);
    drawRaw(isSmooth ? points : decltype(points)(), least);
    drawWild(reach);
}

void TrainLine::drawRaw(const std::vector<models::TrainingCurve::Point>& points, double least)
{
    if (!m_raw && points.empty())
        return;
    if (!m_raw) {
        m_raw = addFaint();
        recolourCompanions();
    }
    setCurvePoints(*m_raw, points, least);
}

void TrainLine::drawWild(const CurveReach& reach)
{
    const auto wild = m_curve.wild(reach.first, reach.last, reach.columns / 4 + 1);
    if (!m_wild && wild.empty())
        return;
    if (!m_wild) {
        m_plot.yAxis2->setRange(0, 1);
        m_wild = m_plot.addGraph(m_plot.xAxis, m_plot.yAxis2);
        m_wild->removeFromLegend();
        m_wild->setLineStyle(QCPGraph::lsNone);
        recolourCompanions();
    }
    QVector<double> x;
    for (const auto& point : wild)
        x.append(point.x);
    m_wild->setData(x, QVector<double>(x.size(), kNearTop), true);
}

/// Behind the lines.
QCPGraph* TrainLine::addFaint() const
{
    QCPGraph* graph = m_plot.addGraph();
    graph->removeFromLegend();
    graph->setLayer(QStringLiteral("grid"));
    return graph;
}

void TrainLine::setPen(const QPen& pen)
{
    m_line->setPen(pen);
    recolourCompanions();
}

void TrainLine::recolourCompanions()
{
    const QPen pen = m_line->pen();
    QColor faint = pen.color();
    faint.setAlphaF(kFaint);
    if (m_raw)
        m_raw->setPen(QPen(faint, 1));
    if (m_wild)
        m_wild->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCross, QPen(pen.color(), 1.5), Qt::NoBrush, 7));
}

void TrainLine::setName(const QString& name)
{
    m_line->setName(name);
}

QPen TrainLine::pen() const
{
    return m_line->pen();
}

}  // namespace actlab::widgets
