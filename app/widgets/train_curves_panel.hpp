#pragma once

#include <QWidget>
#include <span>

#include "core/nn/train.hpp"

namespace actlab::widgets {

class SegmentedSwitch;
class TrainCurvePlot;

/// Loss and accuracy against the epoch, one above the other; the mouse reads both at the same epoch.
class TrainCurvesPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrainCurvesPanel(QWidget* parent = nullptr);

    /// Classes are measured by accuracy, values by R².
    void setTask(data::Task task);
    /// The run so far; `epochs` are to come at most.
    void show(std::span<const nn::EpochMetrics> history, std::size_t epochs);
    using QWidget::show;

private:
    void chooseScale(bool logarithmic);

    SegmentedSwitch* m_scale;
    TrainCurvePlot* m_loss;
    TrainCurvePlot* m_accuracy;
};

}  // namespace actlab::widgets
