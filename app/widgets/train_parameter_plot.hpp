#pragma once

#include <span>
#include <vector>

#include "app/widgets/train_epoch_plot.hpp"
#include "core/nn/train.hpp"

class QCPGraph;

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
    /// Those that learned parameters are drawn, each in its colour, without the bands of channels.
    void setOverlays(std::vector<OverlaidRun> runs) override;

    /// "layer 1 · α", "layers 1, 2 · α"
    static QString labelOf(const nn::LearnedParameter& learned);

protected:
    const models::TrainingCurve* leadingCurve() const override;
    void drawCurves(const CurveReach& reach) override;
    void recolourCurves(const Theme& theme, double width) override;
    QString readout() const override;
    QString readoutTip() const override;
    void beginAnew() override;

private:
    struct Line {
        std::unique_ptr<TrainLine> mean;
        models::TrainingCurve least, greatest;
        QCPGraph* low = nullptr;  ///< only where there are channels
        QCPGraph* high = nullptr;
    };
    struct Overlay {
        OverlaidRun run;
        std::vector<std::unique_ptr<TrainLine>> lines;  ///< one for each of its parameters
    };
    void clear();
    void makeOverlays();
    void createLine(const nn::LearnedParameter& learned);
    QString entryOf(std::size_t index) const;
    QStringList entries(std::size_t most) const;
    void fitValues(const ValueExtent& extent);

    std::vector<nn::LearnedParameter> m_learned;
    std::vector<Line> m_lines;  ///< one for each of m_learned
    std::size_t m_known = 0;    ///< epochs of the run
    std::vector<OverlaidRun> m_runs;
    std::vector<Overlay> m_overlays;
};

}  // namespace actlab::widgets
