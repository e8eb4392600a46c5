#pragma once

#include <QWidget>
#include <span>

#include "app/widgets/train_epoch_plot.hpp"
#include "core/nn/gradient_flow.hpp"
#include "core/nn/layer_use.hpp"
#include "core/nn/train.hpp"

class QComboBox;
class QStackedWidget;

namespace actlab::widgets {

class SegmentedSwitch;
class TrainCurveOptions;
class TrainCurvePlot;
class TrainLayerPlot;
class TrainParameterPlot;

/// Loss against the epoch, and below it accuracy, the gradient's length, the learning rate, the parameters that
/// activations learn where there are any, or where the layers use their activations; the mouse reads all curves at
/// the same epoch.
class TrainCurvesPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrainCurvesPanel(QWidget* parent = nullptr);

    /// Classes are measured by accuracy, values by R².
    void setTask(data::Task task);
    /// What is learned beside the weights; the view of it is there only where that is something.
    void setLearned(const std::vector<nn::LearnedParameter>& learned);
    /// The run so far; `epochs` are to come at most.
    void show(std::span<const nn::EpochMetrics> history, std::size_t epochs);
    using QWidget::show;
    /// The kept runs that are drawn over it.
    void setOverlays(const std::vector<OverlaidRun>& runs);
    std::vector<TrainEpochPlot*> plots() const;
    TrainLayerPlot& layers() const { return *m_layers; }
    void showMarks(const std::vector<nn::Mark>& marks);
    void showUses(const std::vector<nn::LayerUse>& uses, const std::vector<nn::LayerFlow>& flow);
    bool showsLayers() const;  ///< that view is chosen

Q_SIGNALS:
    void viewChosen();
    /// The curves are looked at otherwise, and forgot what they had.
    void historyAsked();

private:
    void createLayout();
    void createViews();
    void connectPlots();
    void takeView();
    void chooseScale(bool logarithmic);
    void showChosenView();

    TrainCurveOptions* m_options;
    SegmentedSwitch* m_scale;
    QComboBox* m_views;
    QStackedWidget* m_lower;
    TrainCurvePlot* m_loss;
    TrainCurvePlot* m_accuracy;
    TrainCurvePlot* m_gradient;
    TrainCurvePlot* m_rate;
    TrainParameterPlot* m_parameters;
    TrainLayerPlot* m_layers;
};

}  // namespace actlab::widgets
