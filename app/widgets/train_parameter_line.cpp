#include "app/widgets/train_parameter_line.hpp"

#include "app/widgets/train_number.hpp"

#include <qcustomplot.h>

#include <cmath>

namespace actlab::widgets {

namespace {

/// Three places, where four say more than there is room for.
QString learnedText(double value)
{
    return std::abs(value) < 1000 ? fixedText(value, 3) : measureText(value);
}

/// The band lies behind the line.
QCPGraph* bandEdge(QCustomPlot& plot, const nn::LearnedParameter& learned)
{
    if (learned.scope != activation::Scope::Channel)
        return nullptr;
    QCPGraph* edge = plot.addGraph();
    edge->removeFromLegend();
    edge->setPen(Qt::NoPen);
    return edge;
}

}  // namespace

TrainParameterLine::TrainParameterLine(QCustomPlot& plot, const nn::LearnedParameter& learned, const QString& name)
    : m_plot(plot), m_low{bandEdge(plot, learned)}, m_high{bandEdge(plot, learned)}, m_mean(plot, name)
{
    if (m_high.graph)
        m_high.graph->setChannelFillGraph(m_low.graph);
}

TrainParameterLine::~TrainParameterLine()
{
    for (QCPGraph* graph : {m_high.graph, m_low.graph})
        if (graph)
            m_plot.removeGraph(graph);
}

void TrainParameterLine::begin(const models::CurveView& view)
{
    m_view = view;
    m_mean.begin(view);
    m_low.curve.clear();
    m_high.curve.clear();
}

void TrainParameterLine::append(const nn::EpochMetrics& at, std::size_t index)
{
    const auto value = index < at.learned.size() ? at.learned[index] : nn::LearnedValue{NAN, NAN, NAN};
    m_mean.append(at, value.mean);
    if (const double place = m_view.placeOf(at); m_low.graph && !std::isnan(place)) {
        m_low.curve.append(place, value.least);
        m_high.curve.append(place, value.greatest);
    }
}

void TrainParameterLine::drawEdge(const Edge& edge, const CurveReach& reach, ValueExtent& extent) const
{
    if (!edge.graph)
        return;
    const auto points = edge.curve.points(reach.first, reach.last, reach.columns, reach.spacing);
    setCurvePoints(*edge.graph, points);
    extent.include(points);
}

void TrainParameterLine::draw(const CurveReach& reach, ValueExtent& extent)
{
    drawEdge(m_low, reach, extent);
    drawEdge(m_high, reach, extent);
    m_mean.draw(reach, extent);
}

void TrainParameterLine::setPen(const QPen& pen)
{
    m_mean.setPen(pen);
    if (!m_high.graph)
        return;
    QColor band = pen.color();
    band.setAlphaF(0.18F);
    m_high.graph->setBrush(band);
}

QString TrainParameterLine::text(const std::function<double(const models::TrainingCurve&)>& valueOf) const
{
    if (curve().size() == 0)
        return QStringLiteral("–");
    const QString mean = learnedText(valueOf(curve()));
    return m_low.graph ? mean + QStringLiteral(" (%1…%2)")
                                    .arg(learnedText(valueOf(m_low.curve)), learnedText(valueOf(m_high.curve)))
                       : mean;
}

}  // namespace actlab::widgets
