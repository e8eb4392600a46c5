#pragma once

#include <memory>
#include <span>
#include <vector>

#include "app/widgets/train_epoch_plot.hpp"
#include "core/nn/train.hpp"
#include "core/workspace/run.hpp"

namespace actlab::widgets {

/// One measure of a run in its course, and of the runs that are drawn over it: training solid, test dashed.
class TrainCurvePlot : public TrainEpochPlot {
    Q_OBJECT

public:
    enum class Measure { Loss, Accuracy, Determination, Rate, Gradient };

    explicit TrainCurvePlot(Measure measure, QWidget* parent = nullptr);

    /// Accuracy in per cent for classes, R² for values.
    void setMeasure(Measure measure);
    void setLogarithmic(bool logarithmic);

    void clear();
    /// The run so far; what is already known is not read again. At most `epochs` are to come. What is NaN is a cross.
    void show(std::span<const nn::EpochMetrics> history, std::size_t epochs);
    using QWidget::show;
    /// Those that have the measure are drawn, each in its colour.
    void setOverlays(std::vector<OverlaidRun> runs) override;

protected:
    const models::TrainingCurve* leadingCurve() const override;
    void drawCurves(const CurveReach& reach) override;
    void recolourCurves(const Theme& theme, double width) override;
    void beginAnew() override;
    QString readout() const override;
    QString readoutTip() const override;

private:
    struct Lines {
        std::unique_ptr<TrainLine> train, test;  ///< rates and gradients have no second line
    };
    struct Overlay {
        OverlaidRun run;
        Lines lines;
    };
    Lines makeLines(const QString& train, const QString& test);
    void append(Lines& lines, const nn::EpochMetrics& metrics) const;
    void makeOverlays();
    bool isMeasured(const workspace::Run& run) const;
    void nameLines();
    void fitFromZero(const ValueExtent& extent);
    QString valueText(const models::TrainingCurve& curve) const;
    QString entryOf(const Lines& lines, const QString& train, const QString& test) const;
    QStringList overlayEntries(std::size_t most) const;

    Measure m_measure;
    bool m_logarithmic = false;
    std::size_t m_known = 0;  ///< epochs of the run
    Lines m_own;
    std::vector<OverlaidRun> m_runs;
    std::vector<Overlay> m_overlays;
};

}  // namespace actlab::widgets
