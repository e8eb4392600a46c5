#include "app/widgets/train_curve_plot.hpp"

#include "app/widgets/nice_above.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_number.hpp"
#include "core/data/names.hpp"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr double kLeastLoss = 1e-9;  // what a logarithmic axis shows of zero

double ofTraining(const nn::EpochMetrics& metrics, TrainCurvePlot::Measure measure)
{
    switch (measure) {
    case TrainCurvePlot::Measure::Loss: return metrics.trainLoss;
    case TrainCurvePlot::Measure::Accuracy: return 100 * metrics.trainAccuracy;
    case TrainCurvePlot::Measure::Determination: return metrics.trainAccuracy;
    case TrainCurvePlot::Measure::Gradient: return metrics.gradientNorm;
    case TrainCurvePlot::Measure::Rate: break;
    }
    return metrics.learningRate;
}

double ofTest(const nn::EpochMetrics& metrics, TrainCurvePlot::Measure measure)
{
    if (measure == TrainCurvePlot::Measure::Loss)
        return metrics.testLoss;
    return measure == TrainCurvePlot::Measure::Accuracy ? 100 * metrics.testAccuracy : metrics.testAccuracy;
}

/// Such a measure has its limits, and grows as the network learns.
bool isQuality(TrainCurvePlot::Measure measure)
{
    return measure == TrainCurvePlot::Measure::Accuracy || measure == TrainCurvePlot::Measure::Determination;
}

bool hasGradient(const workspace::Run& run)
{
    return std::ranges::any_of(run.history, [](const auto& metrics) { return !std::isnan(metrics.gradientNorm); });
}

}  // namespace

TrainCurvePlot::TrainCurvePlot(Measure measure, QWidget* parent)
    : TrainEpochPlot(parent), m_measure(measure), m_own(makeLines(tr("train"), tr("test")))
{
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
    case Measure::Rate: setTitle(tr("Learning rate")); break;
    case Measure::Gradient:
        setTitle(tr("Gradient norm"), tr("How long the gradient of the last batch of each epoch is, over all weights "
                                         "and parameters, before it is clipped"));
        break;
    }
    setLegendAt(Qt::AlignRight | (isQuality(measure) ? Qt::AlignBottom : Qt::AlignTop));
    plot().yAxis->setLabel(measure == Measure::Accuracy ? tr("%") : QString());
    makeOverlays();
    fit();
}

void TrainCurvePlot::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    setScale(*plot().yAxis, logarithmic);
    fit();
}

TrainCurvePlot::Lines TrainCurvePlot::makeLines(const QString& train, const QString& test)
{
    Lines lines{std::make_unique<TrainLine>(plot(), train), nullptr};
    if (m_measure == Measure::Loss || isQuality(m_measure))
        lines.test = std::make_unique<TrainLine>(plot(), test);
    for (TrainLine* line : {lines.train.get(), lines.test.get()})
        if (line)
            line->begin(view());
    return lines;
}

void TrainCurvePlot::append(Lines& lines, const nn::EpochMetrics& metrics) const
{
    if (m_measure == Measure::Gradient && metrics.steps == 0)
        return;
    lines.train->append(metrics, ofTraining(metrics, m_measure));
    if (lines.test)
        lines.test->append(metrics, ofTest(metrics, m_measure));
}

void TrainCurvePlot::clear()
{
    m_known = 0;
    for (TrainLine* line : {m_own.train.get(), m_own.test.get()})
        if (line)
            line->begin(view());
    forget();
    fit();
}

void TrainCurvePlot::beginAnew()
{
    clear();
    makeOverlays();
}

void TrainCurvePlot::show(std::span<const nn::EpochMetrics> history, std::size_t epochs)
{
    setEpochs(epochs);
    if (history.size() < m_known)  // another run
        clear();
    for (const nn::EpochMetrics& metrics : history.subspan(m_known))
        append(m_own, metrics);
    m_known = history.size();
    follow();
}

void TrainCurvePlot::setOverlays(std::vector<OverlaidRun> runs)
{
    m_runs = std::move(runs);
    makeOverlays();
    fit();
}

bool TrainCurvePlot::isMeasured(const workspace::Run& run) const
{
    if (m_measure == Measure::Gradient)
        return hasGradient(run);
    return !isQuality(m_measure) || data::isRegression(run.spec.data) == (m_measure == Measure::Determination);
}

void TrainCurvePlot::makeOverlays()
{
    m_overlays.clear();
    for (const OverlaidRun& run : m_runs) {
        if (!isMeasured(*run))
            continue;
        const QString name = QString::fromStdString(run->name);
        m_overlays.push_back({run, makeLines(tr("%1, train").arg(name), tr("%1, test").arg(name))});
        for (const nn::EpochMetrics& metrics : run->history)
            append(m_overlays.back().lines, metrics);
    }
    nameLines();
    recolour();
}

void TrainCurvePlot::nameLines()
{
    const bool isAlone = m_overlays.empty();
    m_own.train->setName(isAlone ? tr("train") : tr("this run, train"));
    if (m_own.test)
        m_own.test->setName(isAlone ? tr("test") : tr("this run, test"));
}

const models::TrainingCurve* TrainCurvePlot::leadingCurve() const
{
    std::vector<const models::TrainingCurve*> curves{&m_own.train->curve()};
    for (const Overlay& overlay : m_overlays)
        curves.push_back(&overlay.lines.train->curve());
    return furthest(curves);
}

void TrainCurvePlot::drawCurves(const CurveReach& reach)
{
    const double least = m_logarithmic ? kLeastLoss : -std::numeric_limits<double>::infinity();
    ValueExtent extent;
    const auto draw = [&](const Lines& lines) {
        for (TrainLine* line : {lines.train.get(), lines.test.get()})
            if (line)
                line->draw(reach, extent, least);
    };
    for (const Overlay& overlay : m_overlays)
        draw(overlay.lines);
    draw(m_own);
    switch (m_measure) {
    case Measure::Loss:
    case Measure::Gradient: return fitFromZero(extent);
    case Measure::Rate: return plot().yAxis->setRange(0, extent.isEmpty() ? 1 : niceAbove(1.1 * extent.high));
    case Measure::Accuracy: return plot().yAxis->setRange(0, 102);
    case Measure::Determination: return plot().yAxis->setRange(-0.2, 1.02);
    }
}

void TrainCurvePlot::fitFromZero(const ValueExtent& extent)
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

/// Alone, training and test have a colour each; among others, a run has one.
void TrainCurvePlot::recolourCurves(const Theme& theme, double width)
{
    const auto paint = [width](const Lines& lines, const QColor& train, const QColor& test) {
        lines.train->setPen(QPen(train, width));
        if (lines.test)
            lines.test->setPen(QPen(test, width, Qt::DashLine));
    };
    paint(m_own, theme.accent, m_overlays.empty() ? curveColour(1, theme) : theme.accent);
    for (const Overlay& overlay : m_overlays) {
        const QColor colour = overlayColour(*overlay.run, theme);
        paint(overlay.lines, colour, colour);
    }
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

QString TrainCurvePlot::entryOf(const Lines& lines, const QString& train, const QString& test) const
{
    const QString entry = QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3%4");
    QString text = entry.arg(lines.train->pen().color().name(), "━━", train, valueText(lines.train->curve()));
    if (lines.test)
        text += "&nbsp; " + entry.arg(lines.test->pen().color().name(), "╍╍", test, valueText(lines.test->curve()));
    return text;
}

QStringList TrainCurvePlot::overlayEntries(std::size_t most) const
{
    QStringList entries;
    for (const Overlay& overlay : m_overlays) {
        if (static_cast<std::size_t>(entries.size()) == most)
            break;
        entries << entryOf(overlay.lines, overlayName(*overlay.run), {});
    }
    return entries;
}

QString TrainCurvePlot::readout() const
{
    const bool hasTest = m_own.test != nullptr;
    const QString own =
        cursorText() + entryOf(m_own, hasTest ? tr("train") + "&nbsp;" : QString(), tr("test") + "&nbsp;");
    return (QStringList(own) + overlayEntries(kMostOverlaysRead)).join(QStringLiteral("<br>"));
}

QString TrainCurvePlot::readoutTip() const
{
    return m_overlays.size() > kMostOverlaysRead ? overlayEntries(m_overlays.size()).join(QStringLiteral("<br>"))
                                                 : QString();
}

}  // namespace actlab::widgets
