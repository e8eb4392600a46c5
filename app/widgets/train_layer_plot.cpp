#include "app/widgets/train_layer_plot.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/number_text.hpp"
#include "app/widgets/plot_style.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_flow_picture.hpp"

#include <qcustomplot.h>

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr int kPoints = 240;
constexpr std::size_t kMostPiecesNamed = 6, kMostDeadNamed = 8;
constexpr double kBarsShare = 0.55;  // of the height, for the highest bar

struct LayerWords {
    Q_DECLARE_TR_FUNCTIONS(TrainLayerPlot)
};

QString percent(double share)
{
    const double hundredths = 100 * share;
    const bool isSmall = hundredths > 0 && hundredths < 0.5;
    return isSmall ? QStringLiteral("<1 %") : QStringLiteral("%1 %").arg(std::round(hundredths));
}

QString placeOf(const nn::LayerUse::Piece& piece)
{
    if (std::isinf(piece.from))
        return LayerWords::tr("below %1").arg(numberText(piece.to, 3));
    if (std::isinf(piece.to))
        return LayerWords::tr("above %1").arg(numberText(piece.from, 3));
    return LayerWords::tr("from %1 to %2").arg(numberText(piece.from, 3), numberText(piece.to, 3));
}

QString pieceWords(const nn::LayerUse& use)
{
    QStringList words;
    for (const nn::LayerUse::Piece& piece : use.pieces)
        if (static_cast<std::size_t>(words.size()) < kMostPiecesNamed)
            words.append(percent(piece.share) + ' ' + placeOf(piece));
    const bool isCut = use.pieces.size() > kMostPiecesNamed;
    return words.join(QStringLiteral(", ")) + (isCut ? QStringLiteral(", …") : QStringLiteral("."));
}

/// By their numbers, as the network's picture counts them.
QString deadWords(const nn::LayerUse& use)
{
    QStringList numbers;
    for (const std::size_t unit : use.deadUnits)
        if (static_cast<std::size_t>(numbers.size()) < kMostDeadNamed)
            numbers.append(QString::number(unit + 1));
    const auto dead = static_cast<int>(use.deadUnits.size());
    if (use.deadUnits.size() > kMostDeadNamed)
        return LayerWords::tr("Dead, for no row moves them: %1 of %2 units, among them %3.")
            .arg(dead)
            .arg(use.units)
            .arg(numbers.join(QStringLiteral(", ")));
    return LayerWords::tr("Dead, for no row moves them: units %1 of %2.", nullptr, dead)
        .arg(numbers.join(QStringLiteral(", ")))
        .arg(use.units);
}

/// With room at both ends.
analysis::Interval shownRange(const nn::LayerUse& use)
{
    const double margin = std::max(0.15 * (use.range.high - use.range.low), 0.5);
    return {use.range.low - margin, use.range.high + margin};
}

}  // namespace

QString wordsFor(const nn::LayerUse& use)
{
    QStringList sentences;
    if (!use.deadUnits.empty())
        sentences.append(deadWords(use));
    else
        sentences.append(LayerWords::tr("%n units, none dead.", nullptr, static_cast<int>(use.units)));
    sentences.append(LayerWords::tr("%1 saturated.").arg(percent(use.saturated)));
    if (use.pieces.size() > 1)
        sentences.append(pieceWords(use));
    return sentences.join(' ');
}

TrainLayerPlot::TrainLayerPlot(QWidget* parent)
    : QWidget(parent),
      m_layer(new QComboBox(this)),
      m_plot(new QCustomPlot(this)),
      m_bars(new QCPBars(m_plot->xAxis, m_plot->yAxis2)),
      m_value(m_plot->addGraph()),
      m_slope(m_plot->addGraph()),
      m_words(hintLabel({}, this)),
      m_flow(new TrainFlowPicture(this)),
      m_flowWords(hintLabel({}, this))
{
    m_layer->setObjectName("layer-choice");
    m_layer->setAccessibleName(tr("Layer"));
    m_layer->setToolTip(tr("Which hidden layer"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_words->setObjectName("layer-words");
    m_plot->setPlottingHint(QCP::phFastPolylines);
    m_plot->xAxis->setLabel(tr("what the units hand to the activation"));
    createLayout();
    connect(m_layer, &QComboBox::currentIndexChanged, this, &TrainLayerPlot::showLayer);
    clear();
    m_value->setName(tr("f"));
    m_slope->setName(tr("f′"));
    m_bars->setName(tr("inputs"));
    recolour(themeOf(palette()));
}

void TrainLayerPlot::createLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace / 2);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(2 * kSpace);
    heading->addWidget(m_layer, 0, Qt::AlignLeft);
    heading->addWidget(m_flow, 1);
    column->addLayout(heading);
    column->addWidget(m_plot, 1);
    column->addWidget(m_words);
    column->addWidget(m_flowWords);
}

void TrainLayerPlot::show(const std::vector<nn::LayerUse>& uses)
{
    m_uses = uses;
    offerLayers();
    showLayer();
}

void TrainLayerPlot::showFlow(const std::vector<nn::LayerFlow>& flow)
{
    m_flow->show(flow);
    const QString words = widgets::wordsFor(flow);
    m_flow->setAccessibleDescription(words);
    m_flowWords->setText(words);
    m_flowWords->setVisible(!flow.empty() && nn::stateOf(flow) != nn::FlowState::Even);  // the bars say so
}

/// Leaves the list alone where it says the same already: it may be open.
void TrainLayerPlot::offerLayers()
{
    QStringList names;
    for (std::size_t i = 0; i < m_uses.size(); ++i)
        names.append(tr("Layer %1 · %2").arg(i + 1).arg(QString::fromStdString(m_uses[i].activation->name())));
    QStringList offered;
    for (int i = 0; i < m_layer->count(); ++i)
        offered.append(m_layer->itemText(i));
    if (names == offered)
        return;
    const QSignalBlocker silence(m_layer);
    const int chosen = m_layer->currentIndex();
    m_layer->clear();
    m_layer->addItems(names);
    m_layer->setCurrentIndex(std::clamp(chosen, names.isEmpty() ? -1 : 0, static_cast<int>(names.size()) - 1));
}

void TrainLayerPlot::showLayer()
{
    m_layer->setVisible(!m_uses.empty());
    const int layer = m_layer->currentIndex();
    if (layer < 0 || layer >= static_cast<int>(m_uses.size()))
        return clear();
    const nn::LayerUse& use = m_uses[static_cast<std::size_t>(layer)];
    drawBars(use);
    drawCurves(use);
    m_words->setText(wordsFor(use));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainLayerPlot::drawBars(const nn::LayerUse& use)
{
    const double width = (use.range.high - use.range.low) / static_cast<double>(use.counts.size());
    QVector<double> places, counts;
    for (std::size_t i = 0; i < use.counts.size(); ++i) {
        places.append(use.range.low + (static_cast<double>(i) + 0.5) * width);
        counts.append(static_cast<double>(use.counts[i]));
    }
    m_bars->setWidth(width);
    m_bars->setData(places, counts, true);
    const double most = *std::max_element(counts.begin(), counts.end());
    m_plot->yAxis2->setRange(0, std::max(most, 1.0) / kBarsShare);
}

void TrainLayerPlot::drawCurves(const nn::LayerUse& use)
{
    const analysis::Interval range = shownRange(use);
    std::vector<double> x(kPoints);
    for (int i = 0; i < kPoints; ++i)
        x[static_cast<std::size_t>(i)] = range.low + (range.high - range.low) * i / (kPoints - 1);
    const auto curves = use.activation->evaluate<double>(x, 1);
    const QVector<double> places(x.begin(), x.end());
    m_value->setData(places, QVector<double>(curves[0].begin(), curves[0].end()), true);
    m_slope->setData(places, QVector<double>(curves[1].begin(), curves[1].end()), true);
    m_plot->xAxis->setRange(range.low, range.high);
    m_value->rescaleValueAxis();
    m_slope->rescaleValueAxis(true);
    m_plot->yAxis->scaleRange(1.15);
}

void TrainLayerPlot::clear()
{
    m_bars->data()->clear();
    m_value->data()->clear();
    m_slope->data()->clear();
    m_words->setText(tr("Start a training: here is shown where each layer uses its activation."));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

Figure TrainLayerPlot::figure()
{
    constexpr int kWidth = 640, kHeight = 400;
    return {.key = objectName(),
            .name = m_layer->currentText().isEmpty() ? tr("Layer") : m_layer->currentText(),
            .size = {kWidth, kHeight},
            .paint = [this](QCPPainter& painter, QSize size) { paintFigure(painter, size); }};
}

void TrainLayerPlot::paintFigure(QCPPainter& painter, QSize size)
{
    recolour(lightTheme());
    m_plot->legend->setVisible(true);
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignLeft | Qt::AlignTop);
    m_plot->toPainter(&painter, size.width(), size.height());
    m_plot->legend->setVisible(false);
    recolour(themeOf(palette()));
}

void TrainLayerPlot::recolour(const Theme& theme)
{
    stylePlot(*m_plot, theme, scaledFont(0.85));
    const double width = lineScale(font());
    const QColor colour = curveColour(0, theme);
    m_value->setPen(curvePen(colour, 0, width));
    m_slope->setPen(curvePen(colour, 1, width));
    QColor bars = theme.mutedText;
    bars.setAlphaF(0.35F);
    m_bars->setPen(Qt::NoPen);
    m_bars->setBrush(bars);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainLayerPlot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour(themeOf(palette()));
    QWidget::changeEvent(event);
}

}  // namespace actlab::widgets
