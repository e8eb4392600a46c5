#pragma once

#include <span>
#include <vector>

#include "app/widgets/train_epoch_plot.hpp"
#include "core/nn/train.hpp"

namespace actlab::widgets {

/// What a run has learned beside its weights against its epochs: a line for each parameter, with a band from the
/// least to the greatest of its channels around their mean.
class TrainParameterPlot : public TrainEpochPlot {
    Q_OBJECT

public:
    explicit TrainParameterPlot(QWidget* parent = nullptr);

    /// Others than before clear the plot.
    void setLearned(const std::vector<nn::LearnedParameter>& learned);
    /// The run so far; what is already known is not read again. At most `epochs` are to come.
    void show(std::span<const nn::EpochMetrics> history, std::size_t epochs);
    using QWidget::show;

    /// "layer 1 · α", "layers 1, 2 · α"
    static QString labelOf(const nn::LearnedParameter& learned);

protected:
    const models::TrainingCurve* leadingCurve() const override;
    void drawCurves(double first, double last, std::size_t columns) override;
    void recolourCurves(const Theme& theme, double width) override;
    QString readout() const override;
    QString readoutTip() const override;

private:
    struct Line {
        models::TrainingCurve mean, least, greatest;
        QCPGraph* graph = nullptr;
        QCPGraph* low = nullptr;  ///< only where there are channels
        QCPGraph* high = nullptr;
    };
    void clear();
    void createLine(const nn::LearnedParameter& learned);
    QString entryOf(std::size_t index) const;
    QStringList entries(std::size_t most) const;
    void fitValues(const ValueExtent& extent);

    std::vector<nn::LearnedParameter> m_learned;
    std::vector<Line> m_lines;  ///< one for each of m_learned
};

}  // namespace actlab::widgets
