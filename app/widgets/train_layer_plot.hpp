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

namespace actlab::widgets {

struct Theme;
class TrainFlowPicture;

/// One hidden layer at work: how often its activation meets which input, as bars under f and f′, and in words how
/// many units are dead, how much of it is saturated and which pieces are used.
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

protected:
    void changeEvent(QEvent* event) override;

private:
    void createLayout();
    void offerLayers();
    void showLayer();
    void drawBars(const nn::LayerUse& use);
    void drawCurves(const nn::LayerUse& use);
    void clear();
    void recolour(const Theme& theme);
    void paintFigure(QCPPainter& painter, QSize size);

    std::vector<nn::LayerUse> m_uses;
    QComboBox* m_layer;
    QCustomPlot* m_plot;
    QCPBars* m_bars;
    QCPGraph* m_value;
    QCPGraph* m_slope;
    QLabel* m_words;
    TrainFlowPicture* m_flow;
    QLabel* m_flowWords;
};

/// "Dead, for no row moves them: units 3, 7 of 16. 12 % saturated. 61 % below 0, 39 % above."
QString wordsFor(const nn::LayerUse& use);

}  // namespace actlab::widgets
