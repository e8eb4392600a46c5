#pragma once

#include <span>
#include <vector>

#include "app/widgets/train_epoch_plot.hpp"
#include "app/widgets/train_parameter_line.hpp"
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
    /// Those that learned parameters are drawn, each in its colour.
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
    /// One for each parameter of a run, in the order of nn::learnedParameters().
    struct Lines {
        std::vector<nn::LearnedParameter> learned = {};
        std::vector<std::unique_ptr<TrainParameterLine>> lines = {};
    };
    struct Overlay {
        OverlaidRun run;
        Lines lines;
    };
    Lines makeLines(const std::vector<nn::LearnedParameter>& learned, const QString& runName = {});
    static void append(const Lines& lines, const nn::EpochMetrics& metrics);
    void clear();
    void makeOverlays();
    using Dash = std::size_t (*)(std::size_t index);
    QString entryOf(const Lines& lines, std::size_t index, std::size_t dash) const;
    QStringList entriesOf(const Lines& lines, std::size_t most, Dash dashOf) const;
    QStringList runEntries(std::size_t mostRuns, std::size_t mostOfARun) const;
    void fitValues(const ValueExtent& extent);

    Lines m_own;
    std::size_t m_known = 0;  ///< epochs of the run
    std::vector<OverlaidRun> m_runs;
    std::vector<Overlay> m_overlays;
};

}  // namespace actlab::widgets
