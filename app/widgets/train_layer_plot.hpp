#pragma once

#include <QWidget>
#include <vector>

#include "app/widgets/figure.hpp"
#include "core/nn/gradient_flow.hpp"
#include "core/nn/layer_use.hpp"

class QComboBox;
class QCPBars;
class QCPGraph;
class QCustomPlot;
class QLabel;
class QShortcut;

namespace actlab::widgets {

struct Theme;
class TrainFlowPicture;
class TrainPieceBands;

/// One hidden layer at work: how often its activation meets which input, as bars under f and f′, and in words how
/// many units are dead, how much of it is saturated and which pieces are used. A click on one of these lists the
/// units that are mostly there.
class TrainLayerPlot : public QWidget {
    Q_OBJECT

public:
    explicit TrainLayerPlot(QWidget* parent = nullptr);

    /// One for each hidden layer.
    void show(const std::vector<nn::LayerUse>& uses);
    using QWidget::show;
    /// How strongly the loss pulls at every layer; empty where that is unknown.
    void showFlow(const std::vector<nn::LayerFlow>& flow);
    /// As it is now, with a legend. The plot must outlive it.
    Figure figure();

Q_SIGNALS:
    /// These units of a hidden layer are meant, from 0; none: nothing is pointed at.
    void pointed(std::size_t layer, const std::vector<std::size_t>& units);

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void createLayout();
    void connectChoices();
    void offerLayers();
    void showLayer();
    void toggle(const QString& region);
    void choose(const QString& region);
    void showRegions(const nn::LayerUse& use);
    void point(const std::vector<std::size_t>& units);
    void drawBars(const nn::LayerUse& use);
    void drawCurves(const nn::LayerUse& use);
    void clear();
    void recolour(const Theme& theme);
    void paintFigure(QCPPainter& painter, QSize size);

    std::vector<nn::LayerUse> m_uses;
    QString m_chosen;  ///< the key of a LayerRegion; empty: none
    QComboBox* m_layer;
    QCustomPlot* m_plot;
    QCPBars* m_bars;
    QCPGraph* m_value;
    QCPGraph* m_slope;
    TrainPieceBands* m_bands;
    QLabel* m_words;
    QLabel* m_units;
    QShortcut* m_letGo = nullptr;  ///< Esc, while something is chosen
    TrainFlowPicture* m_flow;
    QLabel* m_flowWords;
};

}  // namespace actlab::widgets
