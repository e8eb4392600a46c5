#include "app/widgets/train_layer_plot.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/plot_style.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_flow_picture.hpp"
#include "app/widgets/train_layer_words.hpp"
#include "app/widgets/train_piece_bands.hpp"

#include <qcustomplot.h>

#include <QComboBox>
#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr int kPoints = 240;
constexpr double kBarsShare = 0.55;  // of the height, for the highest bar

/// With room at both ends.
analysis::Interval shownRange(const nn::LayerUse& use)
{
    const double margin = std::max(0.15 * (use.range.high - use.range.low), 0.5);
    return {use.range.low - margin, use.range.high + margin};
}

}  // namespace

TrainLayerPlot::TrainLayerPlot(QWidget* parent)
    : QWidget(parent),
      m_layer(new QComboBox(this)),
      m_plot(new QCustomPlot(this)),
      m_bars(new QCPBars(m_plot->xAxis, m_plot->yAxis2)),
      m_value(m_plot->addGraph()),
      m_slope(m_plot->addGraph()),
      m_bands(new TrainPieceBands(*m_plot)),
      m_words(hintLabel({}, this)),
      m_units(hintLabel({}, this)),
      m_flow(new TrainFlowPicture(this)),
      m_flowWords(hintLabel({}, this))
{
    m_layer->setObjectName("layer-choice");
    m_layer->setAccessibleName(tr("Layer"));
    m_layer->setToolTip(tr("Which hidden layer"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_words->setObjectName("layer-words");
    m_words->setTextFormat(Qt::RichText);
    m_words->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_units->setObjectName("layer-units");
    m_units->setMinimumHeight(2 * m_units->fontMetrics().lineSpacing());  // nothing jumps at a click
    m_units->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_plot->setPlottingHint(QCP::phFastPolylines);
    m_plot->xAxis->setLabel(tr("what the units hand to the activation"));
    createLayout();
    connectChoices();
    clear();
    m_value->setName(tr("f"));
    m_slope->setName(tr("f′"));
    m_bars->setName(tr("inputs"));
    recolour(themeOf(palette()));
}

void TrainLayerPlot::connectChoices()
{
    m_letGo = new QShortcut(Qt::Key_Escape, this, [this] { choose({}); });
    connect(m_layer, &QComboBox::currentIndexChanged, this, [this] { choose({}); });
    connect(m_words, &QLabel::linkActivated, this, &TrainLayerPlot::toggle);
    connect(m_bands, &TrainPieceBands::clicked, this, [this](std::size_t piece) { toggle(keyOfPiece(piece)); });
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
    column->addWidget(m_units);
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
    if (chosen >= names.size())
        m_chosen.clear();  // a piece of a layer that is gone is none of another
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
    showRegions(use);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainLayerPlot::toggle(const QString& region)
{
    choose(region == m_chosen ? QString() : region);
}

void TrainLayerPlot::choose(const QString& region)
{
    m_chosen = region;
    showLayer();
}

/// What is chosen may be gone by now: no unit is dead any more, or the formula has fewer pieces.
void TrainLayerPlot::showRegions(const nn::LayerUse& use)
{
    const std::vector<LayerRegion> regions = regionsOf(use);
    const auto chosen = std::ranges::find(regions, m_chosen, &LayerRegion::key);
    std::optional<std::size_t> band;
    for (std::size_t i = 0; i < use.pieces.size(); ++i)
        if (chosen != regions.end() && keyOfPiece(i) == m_chosen)
            band = i;
    m_bands->show(use.pieces, band);
    m_words->setText(wordsFor(use, regions, m_chosen));
    if (chosen == regions.end()) {
        m_units->setText(tr("Click a part of it, or its band above, to see which units live there."));
        return point({});
    }
    m_units->setText(unitsWords(*chosen, use.units));
    std::vector<std::size_t> units;
    std::ranges::transform(chosen->units, std::back_inserter(units), &nn::UnitShare::unit);
    point(units);
}

void TrainLayerPlot::point(const std::vector<std::size_t>& units)
{
    m_letGo->setEnabled(!m_chosen.isEmpty());
    Q_EMIT pointed(static_cast<std::size_t>(std::max(m_layer->currentIndex(), 0)), units);
}

void TrainLayerPlot::hideEvent(QHideEvent* event)
{
    if (!m_chosen.isEmpty())
        choose({});
    QWidget::hideEvent(event);
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
    m_chosen.clear();
    m_bands->show({}, std::nullopt);
    m_units->clear();
    point({});
    m_words->setText(tr("Here is shown where each layer uses its activation, once the network can be trained."));
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
    m_bands->recolour(theme);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrainLayerPlot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolour(themeOf(palette()));
    QWidget::changeEvent(event);
}

}  // namespace actlab::widgets
