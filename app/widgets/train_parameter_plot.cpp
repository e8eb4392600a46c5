#include "app/widgets/train_parameter_plot.hpp"

#include "app/widgets/parameter_panel.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_number.hpp"

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr std::size_t kMostNamed = 6;  // what the heading has room for
constexpr double kLeastSpan = 0.1;     // of the axis: what does not move is a quiet line

/// Colours come round again with another dash.
constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine};
constexpr std::array kDashGlyphs{"━━", "╍╍", "┈┈"};

/// Three places, where four say more than there is room for.
QString valueText(double value)
{
    return std::abs(value) < 1000 ? fixedText(value, 3) : measureText(value);
}

std::size_t roundOf(std::size_t index)
{
    return index / static_cast<std::size_t>(curveColourCount()) % kDashes.size();
}

}  // namespace

TrainParameterPlot::TrainParameterPlot(QWidget* parent) : TrainEpochPlot(parent)
{
    setTitle(tr("Parameters"), tr("What the activations have learned beside the weights"));
    setReadoutBelow();
    recolour();
}

QString TrainParameterPlot::labelOf(const nn::LearnedParameter& learned)
{
    QStringList layers;
    for (const std::size_t layer : learned.layers)
        layers.append(QString::number(layer + 1));
    const QString place = layers.size() > 1 ? tr("layers %1") : tr("layer %1");
    return place.arg(layers.join(QStringLiteral(", "))) + QStringLiteral(" · ") + parameterLabel(learned.name);
}

void TrainParameterPlot::setLearned(const std::vector<nn::LearnedParameter>& learned)
{
    if (learned == m_learned)
        return;
    m_learned = learned;
    m_lines.clear();
    m_overlays.clear();
    plot().clearGraphs();
    for (const nn::LearnedParameter& each : m_learned)
        createLine(each);
    clear();
    makeOverlays();
}

/// The band lies behind the line.
void TrainParameterPlot::createLine(const nn::LearnedParameter& learned)
{
    Line& line = m_lines.emplace_back();
    if (learned.scope == activation::Scope::Channel) {
        line.low = plot().addGraph();
        line.high = plot().addGraph();
        line.high->setChannelFillGraph(line.low);
        line.low->removeFromLegend();
        line.high->removeFromLegend();
    }
    line.mean = std::make_unique<TrainLine>(plot(), labelOf(learned));
    line.mean->begin(view());
}

void TrainParameterPlot::clear()
{
    m_known = 0;
    for (Line& line : m_lines) {
        line.mean->begin(view());
        line.least.clear();
        line.greatest.clear();
    }
    forget();
    fit();
}

void TrainParameterPlot::beginAnew()
{
    clear();
    makeOverlays();
}

void TrainParameterPlot::setOverlays(std::vector<OverlaidRun> runs)
{
    m_runs = std::move(runs);
    makeOverlays();
    fit();
}

void TrainParameterPlot::makeOverlays()
{
    m_overlays.clear();
    for (const OverlaidRun& run : m_runs) {
        Overlay& overlay = m_overlays.emplace_back();
        overlay.run = run;
        for (const nn::LearnedParameter& learned : nn::learnedParameters(run->spec.hidden)) {
            const std::size_t index = overlay.lines.size();
            overlay.lines.push_back(std::make_unique<TrainLine>(
                plot(), QString::fromStdString(run->name) + QStringLiteral(" · ") + labelOf(learned)));
            overlay.lines.back()->begin(view());
            for (const nn::EpochMetrics& metrics : run->history)
                if (index < metrics.learned.size())
                    overlay.lines.back()->append(metrics, metrics.learned[index].mean);
        }
    }
    recolour();
}

const models::TrainingCurve* TrainParameterPlot::leadingCurve() const
{
    return m_lines.empty() ? nullptr : &m_lines.front().mean->curve();
}

void TrainParameterPlot::show(std::span<const nn::EpochMetrics> history, std::size_t epochs)
{
    if (m_lines.empty())
        return;
    setEpochs(epochs);
    if (history.size() < m_known)  // another run
        clear();
    for (const nn::EpochMetrics& metrics : history.subspan(m_known))
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const auto value = i < metrics.learned.size() ? metrics.learned[i] : nn::LearnedValue{NAN, NAN, NAN};
            m_lines[i].mean->append(metrics, value.mean);
            if (const double place = view().placeOf(metrics); m_lines[i].low && !std::isnan(place)) {
                m_lines[i].least.append(place, value.least);
                m_lines[i].greatest.append(place, value.greatest);
            }
        }
    m_known = history.size();
    follow();
}

void TrainParameterPlot::drawCurves(const CurveReach& reach)
{
    ValueExtent extent;
    const auto drawEdge = [&](QCPGraph* graph, const models::TrainingCurve& curve) {
        if (!graph)
            return;
        const auto points = curve.points(reach.first, reach.last, reach.columns, reach.spacing);
        setCurvePoints(*graph, points);
        extent.include(points);
    };
    for (const Line& line : m_lines) {
        drawEdge(line.low, line.least);
        drawEdge(line.high, line.greatest);
        line.mean->draw(reach, extent);
    }
    for (const Overlay& overlay : m_overlays)
        for (const auto& line : overlay.lines)
            line->draw(reach, extent);
    fitValues(extent);
}

void TrainParameterPlot::fitValues(const ValueExtent& extent)
{
    if (extent.isEmpty())
        return plot().yAxis->setRange(0, 1);
    const double middle = (extent.low + extent.high) / 2;
    const double span = std::max({1.16 * (extent.high - extent.low), kLeastSpan, 0.1 * std::abs(middle)});
    plot().yAxis->setRange(middle - span / 2, middle + span / 2);
}

void TrainParameterPlot::recolourCurves(const Theme& theme, double width)
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const QColor colour = curveColour(static_cast<int>(i), theme);
        m_lines[i].mean->setPen(QPen(colour, width, kDashes[roundOf(i)]));
        if (!m_lines[i].low)
            continue;
        QColor band = colour;
        band.setAlphaF(0.18F);
        m_lines[i].low->setPen(Qt::NoPen);
        m_lines[i].high->setPen(Qt::NoPen);
        m_lines[i].high->setBrush(band);
    }
    for (const Overlay& overlay : m_overlays)
        for (std::size_t i = 0; i < overlay.lines.size(); ++i)
            overlay.lines[i]->setPen(QPen(curveColour(static_cast<int>(overlay.run->colour.value_or(1)), theme),
                                          width, kDashes[(i + 1) % kDashes.size()]));
}

QString TrainParameterPlot::entryOf(std::size_t index) const
{
    const Line& line = m_lines[index];
    const auto text = [this](const models::TrainingCurve& curve) {
        return curve.size() == 0 ? QStringLiteral("–") : valueText(valueOf(curve));
    };
    QString value = text(line.mean->curve());
    if (line.low && line.mean->curve().size() > 0)
        value += QStringLiteral(" (%1…%2)").arg(text(line.least), text(line.greatest));
    return QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3 %4")
        .arg(line.mean->pen().color().name(), QString::fromUtf8(kDashGlyphs[roundOf(index)]),
             labelOf(m_learned[index]).toHtmlEscaped(), value);
}

QStringList TrainParameterPlot::entries(std::size_t most) const
{
    QStringList entries;
    for (std::size_t i = 0; i < std::min(m_lines.size(), most); ++i)
        entries.append(QStringLiteral("<span style='white-space:nowrap'>%1</span>").arg(entryOf(i)));
    return entries;
}

/// Without the epoch, which the plot above names: a word more might take a line more, and the plot would jump.
QString TrainParameterPlot::readout() const
{
    QStringList named = entries(kMostNamed);
    if (m_lines.size() > kMostNamed)
        named.append(
            tr("and %n more", nullptr, static_cast<int>(m_lines.size() - kMostNamed)).replace(' ', "&nbsp;"));
    return named.join(QStringLiteral("&nbsp;&nbsp; "));
}

QString TrainParameterPlot::readoutTip() const
{
    return m_lines.size() > kMostNamed ? entries(m_lines.size()).join(QStringLiteral("<br>")) : QString();
}

}  // namespace actlab::widgets
