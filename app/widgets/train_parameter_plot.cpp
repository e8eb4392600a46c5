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

/// Of the run's own lines, which have a colour each.
std::size_t ownDash(std::size_t index)
{
    return index / static_cast<std::size_t>(curveColourCount()) % kDashes.size();
}

/// Of the lines of a run that all have its colour.
std::size_t overlayDash(std::size_t index)
{
    return (index + 1) % kDashes.size();
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
    if (learned == m_own.learned)
        return;
    m_own = {};  // the old lines go first
    m_own = makeLines(learned);
    clear();
    makeOverlays();
}

TrainParameterPlot::Lines TrainParameterPlot::makeLines(const std::vector<nn::LearnedParameter>& learned,
                                                        const QString& runName)
{
    Lines made{learned};
    for (const nn::LearnedParameter& each : learned) {
        const QString name = runName.isEmpty() ? labelOf(each) : runName + QStringLiteral(" · ") + labelOf(each);
        made.lines.push_back(std::make_unique<TrainParameterLine>(plot(), each, name));
        made.lines.back()->begin(view());
    }
    return made;
}

void TrainParameterPlot::append(const Lines& lines, const nn::EpochMetrics& metrics)
{
    for (std::size_t i = 0; i < lines.lines.size(); ++i)
        lines.lines[i]->append(metrics, i);
}

void TrainParameterPlot::clear()
{
    m_known = 0;
    for (const auto& line : m_own.lines)
        line->begin(view());
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
        const auto learned = nn::learnedParameters(run->spec.hidden);
        if (learned.empty())
            continue;
        m_overlays.push_back({run, makeLines(learned, QString::fromStdString(run->name))});
        for (const nn::EpochMetrics& metrics : run->history)
            append(m_overlays.back().lines, metrics);
    }
    recolour();
}

const models::TrainingCurve* TrainParameterPlot::leadingCurve() const
{
    std::vector<const models::TrainingCurve*> curves;
    if (!m_own.lines.empty())
        curves.push_back(&m_own.lines.front()->curve());
    for (const Overlay& overlay : m_overlays)
        curves.push_back(&overlay.lines.lines.front()->curve());
    return furthest(curves);
}

void TrainParameterPlot::show(std::span<const nn::EpochMetrics> history, std::size_t epochs)
{
    if (m_own.lines.empty())
        return;
    setEpochs(epochs);
    if (history.size() < m_known)  // another run
        clear();
    for (const nn::EpochMetrics& metrics : history.subspan(m_known))
        append(m_own, metrics);
    m_known = history.size();
    follow();
}

void TrainParameterPlot::drawCurves(const CurveReach& reach)
{
    ValueExtent extent;
    const auto draw = [&](const Lines& lines) {
        for (const auto& line : lines.lines)
            line->draw(reach, extent);
    };
    draw(m_own);
    for (const Overlay& overlay : m_overlays)
        draw(overlay.lines);
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
    for (std::size_t i = 0; i < m_own.lines.size(); ++i)
        m_own.lines[i]->setPen(QPen(curveColour(static_cast<int>(i), theme), width, kDashes[ownDash(i)]));
    for (const Overlay& overlay : m_overlays)
        for (std::size_t i = 0; i < overlay.lines.lines.size(); ++i)
            overlay.lines.lines[i]->setPen(QPen(overlayColour(*overlay.run, theme), width, kDashes[overlayDash(i)]));
}

QString TrainParameterPlot::entryOf(const Lines& lines, std::size_t index, std::size_t dash) const
{
    const TrainParameterLine& line = *lines.lines[index];
    return QStringLiteral("<span style='white-space:nowrap'><span style='color:%1'>%2</span>&nbsp;%3 %4</span>")
        .arg(line.pen().color().name(), QString::fromUtf8(kDashGlyphs[dash]),
             labelOf(lines.learned[index]).toHtmlEscaped(),
             line.text([this](const models::TrainingCurve& curve) { return valueOf(curve); }));
}

QStringList TrainParameterPlot::entriesOf(const Lines& lines, std::size_t most, Dash dashOf) const
{
    QStringList entries;
    for (std::size_t i = 0; i < std::min(lines.lines.size(), most); ++i)
        entries.append(entryOf(lines, i, dashOf(i)));
    if (lines.lines.size() > most)
        entries.append(
            tr("and %n more", nullptr, static_cast<int>(lines.lines.size() - most)).replace(' ', "&nbsp;"));
    return entries;
}

/// A line for each run, the present one first.
QStringList TrainParameterPlot::runEntries(std::size_t mostRuns, std::size_t mostOfARun) const
{
    const QString between = QStringLiteral("&nbsp;&nbsp; ");
    QStringList runs;
    if (!m_own.lines.empty())
        runs.append(entriesOf(m_own, mostOfARun, ownDash).join(between));
    for (std::size_t i = 0; i < std::min(m_overlays.size(), mostRuns); ++i)
        runs.append(overlayName(*m_overlays[i].run) +
                    entriesOf(m_overlays[i].lines, mostOfARun, overlayDash).join(between));
    return runs;
}

/// Without the epoch, which the plot above names: a word more might take a line more, and the plot would jump.
QString TrainParameterPlot::readout() const
{
    return runEntries(kMostOverlaysRead, kMostNamed).join(QStringLiteral("<br>"));
}

QString TrainParameterPlot::readoutTip() const
{
    const auto isLong = [](const Lines& lines) { return lines.lines.size() > kMostNamed; };
    const bool leavesOut = m_overlays.size() > kMostOverlaysRead || isLong(m_own) ||
                           std::ranges::any_of(m_overlays, isLong, &Overlay::lines);
    return leavesOut
               ? runEntries(m_overlays.size(), std::numeric_limits<std::size_t>::max()).join(QStringLiteral("<br>"))
               : QString();
}

}  // namespace actlab::widgets
